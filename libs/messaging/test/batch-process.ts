// A process that handles a batch up to a moment and no further: the tests kill it there.
import pg from 'pg';
import { catalogEvents } from '@quayside/contracts';
import { postgresInbox, postgresIsAway } from '@quayside/postgres';
import { createLogger } from '@quayside/runtime';
import { createConsumer, createKafka, createPublisher, onMany, type HandlerContext } from '../src/index.ts';
import { applyMany, group } from './effects.ts';

const [moment, url, kafkaAddress] = process.argv.slice(2) as [string, string, string];
const logger = createLogger({ service: 'doomed', level: 'silent' });
const kafka = createKafka({ ...JSON.parse(kafkaAddress), clientId: 'doomed', logger });
const inbox = postgresInbox(new pg.Pool({ connectionString: url }));
const handled: number[] = [];
const tellAndHang = (): Promise<never> => {
  process.send?.(handled);
  return new Promise(() => undefined);
};

const consumer = createConsumer({
  kafka,
  group,
  publisher: createPublisher(kafka),
  isAway: postgresIsAway,
  logger,
  inbox: {
    ...inbox,
    onceForAll: async (events, effect) => {
      await inbox.onceForAll(events, effect);
      await tellAndHang();
    },
  },
  subscriptions: [
    onMany(catalogEvents.itemRemoved, async (received, context: HandlerContext<pg.PoolClient>) => {
      await applyMany(received, context);
      handled.push(...received.map(({ event }) => event.data.itemId));
      if (moment === 'before the commit') await tellAndHang();
    }),
  ],
});
await consumer.start();
process.on('disconnect', () => process.exit(1));
