import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { catalogEvents, topics } from '@quayside/contracts';
import { runMigrations } from '@quayside/postgres';
import {
  createEventSpy,
  testDatabase,
  testKafka,
  testService,
  waitUntil,
  type EventSpy,
  type TestDatabase,
} from '@quayside/testkit';
import { migrations, tallyOnPostgres } from './tally-on-postgres.ts';

const kafka = testKafka();
let database: TestDatabase;
let spy: EventSpy;
beforeAll(async () => {
  database = await testDatabase();
  spy = await createEventSpy({ ...kafka, topics: [topics.catalog] });
});
afterAll(async () => {
  await spy.close();
  await database.drop();
});

test('reads no events before every migration it knows of is applied', async () => {
  await runMigrations(database.url, migrations.slice(0, 1));
  await spy.publish(catalogEvents.itemRemoved, { subject: '1', data: { itemId: 1, version: 1 } });
  const env = {
    DATABASE_URL: database.url,
    KAFKA_BROKERS: kafka.brokers,
    KAFKA_TOPIC_PREFIX: kafka.topicPrefix,
  };
  const service = testService(tallyOnPostgres, env);
  try {
    await service.start();
    await waitUntil(() => service.lines.some(({ dependency }) => dependency === 'database'), {
      describe: 'the missing migration to be told',
    });
    const { ready, checks } = await service.health.readiness();
    expect([ready, checks['database']?.error]).toEqual([false, expect.stringContaining('0001-tally')]);
    expect(service.consumer?.healthy()).toBe(false);

    await runMigrations(database.url, migrations);
    await service.ready();
    await waitUntil(async () => (await service.tally.counted(1)) === 1, { describe: 'the event' });
    expect(service.lines.filter(({ level }) => level === 'error')).toEqual([]);
  } finally {
    await service.stop();
  }
});
