import { topics } from '@quayside/contracts';
import { deadLetterTopic } from '@quayside/messaging';
import { runMigrations } from '@quayside/postgres';
import {
  captureLogs,
  createEventSpy,
  createTokenMinter,
  playIdentity,
  testDatabase,
  testKafka,
  testLink,
  testService,
} from '@quayside/testkit';
import { marketingEnvironment } from './marketing-environment.ts';
import { playBasket } from './played-basket.ts';
import { playOrdering } from './played-ordering.ts';
import { marketing } from '../src/main/wire.ts';
import { allMigrations } from '../src/store/migrations/all-migrations.ts';

/** The whole service on a database and topics of its own; mails go to `smtpUrl`, and `link` leads to the database. */
export const startMarketing = async ({
  smtpUrl,
  env = {},
  ...overrides
}: {
  smtpUrl: string;
  env?: Record<string, string>;
  now?: () => Date;
}) => {
  const [database, kafka] = [await testDatabase(), testKafka()];
  await runMigrations(database.url, allMigrations);
  const link = await testLink(database.url);
  const identity = await playIdentity();
  const minter = await createTokenMinter();
  const ordering = await playOrdering();
  const basket = await playBasket();
  const events = await createEventSpy({
    ...kafka,
    topics: [
      topics.basket,
      topics.catalog,
      topics.identity,
      topics.marketing,
      topics.ordering,
      deadLetterTopic(topics.identity, 'marketing'),
    ],
  });
  const service = testService(
    marketing,
    {
      DATABASE_URL: link.url,
      ...marketingEnvironment(kafka, smtpUrl),
      ...identity.config,
      ...minter.authConfig,
      ...env,
      ...ordering.config,
      ...basket.config,
    },
    { logs: captureLogs('trace'), ...overrides },
  );
  await service.start();
  await service.ready();
  return {
    marketing: service,
    database,
    link,
    events,
    identity,
    minter,
    ordering,
    basket,
    lines: service.lines,
    stop: async () => {
      await service.stop();
      await link.close();
      await identity.close();
      await ordering.close();
      await basket.close();
      await events.close();
      await database.drop();
    },
  };
};
export type StartedMarketing = Awaited<ReturnType<typeof startMarketing>>;
