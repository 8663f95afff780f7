import { topics } from '@quayside/contracts';
import { runMigrations } from '@quayside/postgres';
import {
  captureLogs,
  createEventSpy,
  startMailServer,
  testDatabase,
  testKafka,
  testLink,
  testService,
  waitUntil,
} from '@quayside/testkit';
import { identityEnvironment, publicOrigin } from './identity-environment.ts';
import { identity } from '../src/main/wire.ts';
import { seedDemoUsers } from '../src/main/seed-demo-users.ts';
import { createUsers } from '../src/main/users.ts';
import { allMigrations } from '../src/store/migrations/all-migrations.ts';
import { createPasswordHasher } from '../src/store/password-hasher.ts';
import { createBrowser, type Cookie } from './browser.ts';
import { createRelyingParty } from './relying-party.ts';

/** The whole service on a database and topics of its own, with the demo accounts in it; `link` leads to the database. */
export const startIdentity = async (environment: Record<string, string> = {}) => {
  const [database, kafka] = [await testDatabase(), testKafka()];
  await runMigrations(database.url, allMigrations);
  await seedDemoUsers({ users: createUsers(database.pool), passwords: createPasswordHasher() });
  const link = await testLink(database.url);
  const mailServer = await startMailServer();
  const clock = { aheadMs: 0 };
  const service = testService(
    identity,
    {
      ...identityEnvironment(link.url, kafka),
      SMTP_URL: mailServer.url,
      ...environment,
    },
    { logs: captureLogs('trace'), now: () => new Date(Date.now() + clock.aheadMs) },
  );
  await service.start();
  const { url: serviceUrl } = await service.listen();
  await service.ready();
  const events = await createEventSpy({ ...kafka, topics: [topics.identity] });

  return {
    identity: service,
    database,
    kafka,
    link,
    events,
    clock,
    mailServer,
    /** The next mail to an address after so many. */
    mailTo: (email: string, after = 0) =>
      waitUntil(() => mailServer.mails.filter(({ to }) => to.includes(email))[after], {
        describe: `a mail to ${email}`,
      }),
    config: service.config,
    lines: service.lines,
    publicOrigin,
    serviceUrl,
    client: createRelyingParty({ publicOrigin, serviceUrl, secret: service.config.GATEWAY_CLIENT_SECRET }),
    browser: (address?: string, cookies?: Iterable<readonly [string, Cookie]>) =>
      createBrowser({
        publicOrigin,
        serviceUrl,
        stopAt: ['/auth/callback', '/auth/login', '/', '/de'],
        ...(address && { address }),
        ...(cookies && { cookies }),
      }),
    stop: async () => {
      await events.close();
      await service.stop();
      await mailServer.close();
      await link.close();
      await database.drop();
    },
  };
};
export type StartedIdentity = Awaited<ReturnType<typeof startIdentity>>;
