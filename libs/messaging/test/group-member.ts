// A member of a consumer group in a process of its own, which tells of each message it handles: the tests kill it.
import { catalogEvents } from '@quayside/contracts';
import { createLogger } from '@quayside/runtime';
import { createConsumer, createKafka, createPublisher, isTransient, on } from '../src/index.ts';

const [kafkaAddress] = process.argv.slice(2) as [string];
const logger = createLogger({ service: 'member', level: 'silent' });
const kafka = createKafka({ ...JSON.parse(kafkaAddress), clientId: 'member', logger });
const consumer = createConsumer({
  kafka,
  group: 'shared',
  publisher: createPublisher(kafka),
  isAway: isTransient,
  logger,
  subscriptions: [
    on(catalogEvents.itemRemoved, async ({ subject, data }) => {
      process.send?.({ subject, itemId: data.itemId });
    }),
  ],
});
await consumer.start();
process.on('message', () => void consumer.close().then(() => process.disconnect()));
process.on('disconnect', () => process.exit());
