import { topics } from '@quayside/contracts';
import { runMigrations } from '@quayside/postgres';
import { createLifecycle, createMetrics } from '@quayside/runtime';
import { captureLogs, createEventSpy, testDatabase, testKafka, testLink, waitUntil } from '@quayside/testkit';
import { createIdentity } from '../src/main/wire.ts';
import { identityConfig } from '../src/main/config.ts';
import { seedDemoUsers } from '../src/main/seed-demo-users.ts';
import { createUsers } from '../src/main/users.ts';
import { allMigrations } from '../src/store/migrations/all-migrations.ts';
import { createPasswordHasher } from '../src/store/password-hasher.ts';
import { createBrowser } from './browser.ts';
import { createRelyingParty } from './relying-party.ts';

const publicOrigin = 'http://shop.test';

/** The whole service on a database and topics of its own, with the demo accounts in it; `link` leads to the database. */
export const startIdentity = async () => {
  const [database, kafka, logs] = [await testDatabase(), testKafka(), captureLogs('trace')];
  await runMigrations(database.url, allMigrations);
  await seedDemoUsers({ users: createUsers(database.pool), passwords: createPasswordHasher() });
  const link = await testLink(database.url);
  const config = identityConfig.parse({
    NODE_ENV: 'test',
    PORT: 0,
    DATABASE_URL: link.url,
    KAFKA_BROKERS: kafka.brokers,
    KAFKA_TOPIC_PREFIX: kafka.topicPrefix,
    PUBLIC_ORIGIN: publicOrigin,
  });
  const clock = { aheadMs: 0 };
  const lifecycle = createLifecycle({ logger: logs.logger });
  const context = { config, logger: logs.logger, lifecycle, metrics: createMetrics('identity') };
  const identity = createIdentity(context, { now: () => new Date(Date.now() + clock.aheadMs) });
  await identity.start();
  const server = await identity.api.listen({ host: '127.0.0.1', port: 0 });
  lifecycle.add('http', server);
  const serviceUrl = `http://127.0.0.1:${server.port}`;
  await waitUntil(async () => (await fetch(`${serviceUrl}/readyz`)).ok, { describe: 'identity to be ready' });
  const events = await createEventSpy({ ...kafka, topics: [topics.identity] });

  return {
    identity,
    database,
    link,
    events,
    clock,
    config,
    lines: logs.lines,
    publicOrigin,
    serviceUrl,
    client: createRelyingParty({ publicOrigin, serviceUrl, secret: config.GATEWAY_CLIENT_SECRET }),
    browser: (address?: string) =>
      createBrowser({
        publicOrigin,
        serviceUrl,
        stopAt: ['/auth/callback', '/'],
        ...(address && { address }),
      }),
    stop: async () => {
      await events.close();
      await lifecycle.stop('test is over');
      await link.close();
      await database.drop();
    },
  };
};
export type StartedIdentity = Awaited<ReturnType<typeof startIdentity>>;
