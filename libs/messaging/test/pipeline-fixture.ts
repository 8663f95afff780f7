import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { PoolClient } from 'pg';
import { catalogEvents, topics } from '@quayside/contracts';
import { postgresInbox, postgresIsAway, postgresOutbox } from '@quayside/postgres';
import {
  captureLogs,
  createEventSpy,
  testDatabase,
  testKafka,
  waitUntil,
  type EventSpy,
  type TestDatabase,
} from '@quayside/testkit';
import {
  createConsumer,
  createKafka,
  createPublisher,
  deadLetterTopic,
  on,
  onMany,
  type Consumer,
  type HandlerContext,
  type KafkaClientName,
  type Publisher,
  type Subscription,
} from '../src/index.ts';
import { apply, applyMany, group, type Handler, type HandlerOfMany } from './effects.ts';

export const deadLetters = deadLetterTopic(topics.catalog, group);

/** For the tests of a client: a consumer of item removals on a real Kafka, whose effects are rows in a real database. */
export const pipelineFixture = (client: KafkaClientName) => {
  const logs = captureLogs();
  const closing: (() => Promise<void>)[] = [];
  let database: TestDatabase;
  let spy: EventSpy;
  let publisher: Publisher;
  let address: ReturnType<typeof testKafka> & { client: KafkaClientName };
  let kafka: ReturnType<typeof createKafka>;

  beforeAll(async () => {
    database = await testDatabase();
    await database.pool.query(postgresOutbox.migration.sql);
    await database.pool.query('CREATE TABLE effects (item_id int NOT NULL, at serial)');
  });

  afterAll(() => database.drop());

  beforeEach(async () => {
    await database.pool.query('TRUNCATE effects, inbox, outbox');
    logs.lines.length = 0;
    address = { ...testKafka(), client };
    spy = await createEventSpy({ ...address, topics: [topics.catalog, deadLetters] });
    kafka = createKafka({ ...address, clientId: 'pipeline-test', logger: logs.logger });
    publisher = createPublisher(kafka);
    await publisher.start();
    closing.push(spy.close, publisher.close);
  });

  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  const start = async (
    subscription: Subscription<PoolClient>,
    deadLetterPublisher: Pick<Publisher, 'send'> = publisher,
  ): Promise<Consumer> => {
    const consumer = createConsumer({
      kafka,
      group,
      publisher: deadLetterPublisher,
      inbox: postgresInbox(database.pool),
      isAway: postgresIsAway,
      retry: { attempts: 3, baseMs: 5, maxMs: 20 },
      rest: { baseMs: 50, maxMs: 200 },
      logger: logs.logger,
      subscriptions: [subscription],
    });
    closing.push(consumer.close);
    await consumer.start();
    return consumer;
  };

  const startConsumer = (handler: Handler = apply, deadLetterPublisher?: Pick<Publisher, 'send'>) =>
    start(
      on(catalogEvents.itemRemoved, (event, context: HandlerContext<PoolClient>) =>
        handler(event.data.itemId, context),
      ),
      deadLetterPublisher,
    );

  const startConsumerOfMany = (handler: HandlerOfMany = applyMany) =>
    start(
      onMany(catalogEvents.itemRemoved, (received, context: HandlerContext<PoolClient>) =>
        handler(received, context),
      ),
    );

  const effects = async (): Promise<number[]> => {
    const { rows } = await database.pool.query<{ item_id: number }>(
      'SELECT item_id FROM effects ORDER BY at',
    );
    return rows.map((row) => row.item_id);
  };

  return {
    logs,
    closing,
    startConsumer,
    startConsumerOfMany,
    effects,
    effectOf: (itemId: number): Promise<number[]> =>
      waitUntil(async () => ((await effects()).includes(itemId) ? effects() : undefined), {
        describe: `the effect of item ${itemId}`,
      }),
    /** One subject for all, so that they share a partition and are handled in order. */
    remove: (itemId: number) =>
      spy.publish(catalogEvents.itemRemoved, { subject: 'one', data: { itemId, version: 1 } }),
    /** Of the test that runs. */
    current: () => ({ database, spy, publisher, address }),
  };
};
