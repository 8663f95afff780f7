import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, jest, test } from '@jest/globals';
import { startBacking } from '@quayside/backing-services';
import { freePort, testService, waitUntil } from '@quayside/testkit';
import { kindsOfStore } from './kinds-of-store.ts';
import { tallyOnPostgres } from './tally-on-postgres.ts';

jest.setTimeout(240_000);

const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

test('Kafka may go away once it was there: the service stays ready, and what happened meanwhile leaves later', async () => {
  const port = await freePort();
  const startKafka = async () => {
    const backing = await startBacking({
      dataDir: await mkdtemp(join(tmpdir(), 'quayside-outage-')),
      toolsDir: join(import.meta.dirname, '../../../.quayside/tools'),
      ports: { kafka: port },
      only: ['kafka'],
      ephemeral: true,
    });
    closing.push(backing.stop);
    return backing;
  };
  const store = await kindsOfStore.postgres.open();
  closing.push(store.close);
  const kafka = await startKafka();
  const service = testService(tallyOnPostgres, {
    DATABASE_URL: store.url,
    KAFKA_BROKERS: `127.0.0.1:${port}`,
  });
  closing.push(service.stop);
  await service.start();
  const { url } = await service.listen();
  await service.ready();

  await kafka.stop();
  await waitUntil(() => service.consumer?.healthy() === false, {
    timeoutMs: 60_000,
    describe: 'the outage to be noticed',
  });
  const readiness = await fetch(`${url}/readyz`);
  expect(readiness.status).toBe(200);
  expect(await readiness.json()).toMatchObject({ ready: true, checks: { events: { ok: false } } });
  expect((await fetch(`${url}/tally/7`, { method: 'POST' })).status).toBe(202);

  await startKafka();
  await waitUntil(async () => (await service.tally.counted(7)) === 1, {
    timeoutMs: 120_000,
    describe: 'what was published meanwhile to come back',
  });
});
