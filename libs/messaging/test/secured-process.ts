// Publishes an event and handles it, over whatever the address says, and tells of it: the CA that a
// process trusts, NODE_EXTRA_CA_CERTS, is read at its start.
import { catalogEvents } from '@quayside/contracts';
import { connectWithRetry, createLogger } from '@quayside/runtime';
import { createConsumer, createKafka, createPublisher, isTransient, newEvent, on } from '../src/index.ts';

const [kafkaAddress] = process.argv.slice(2) as [string];
const logger = createLogger({ service: 'secured', level: 'warn' });
const kafka = createKafka({ ...JSON.parse(kafkaAddress), clientId: 'secured', logger });
const publisher = createPublisher(kafka);
const consumer = createConsumer({
  kafka,
  group: 'secured',
  publisher,
  isAway: isTransient,
  logger,
  subscriptions: [
    on(catalogEvents.itemRemoved, async ({ data }) => void process.send?.({ handled: data.itemId })),
  ],
});
await publisher.start();
const event = newEvent(catalogEvents.itemRemoved, {
  subject: 'one',
  source: 'test',
  data: { itemId: 7, version: 1 },
});
// A busy machine may take longer to connect than a call waits for it.
await connectWithRetry('first event', () => publisher.publish([event]), { logger });
await consumer.start();
process.on('disconnect', () => process.exit());
