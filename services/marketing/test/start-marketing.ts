import { topics } from '@quayside/contracts';
import { deadLetterTopic } from '@quayside/messaging';
import { runMigrations } from '@quayside/postgres';
import { createLifecycle, createMetrics } from '@quayside/runtime';
import { captureLogs, createEventSpy, testDatabase, testKafka, testLink, waitUntil } from '@quayside/testkit';
import { marketingConfig } from '../src/main/config.ts';
import { createMarketing } from '../src/main/wire.ts';
import { allMigrations } from '../src/store/migrations/all-migrations.ts';

interface Overrides {
  now?: () => Date;
  mailPollMs?: number;
  mailLeaseSeconds?: number;
}

/** The whole service on a database and topics of its own; mails go to `smtpUrl`, and `link` leads to the database. */
export const startMarketing = async ({ smtpUrl, ...overrides }: { smtpUrl: string } & Overrides) => {
  const [database, kafka, logs] = [await testDatabase(), testKafka(), captureLogs('trace')];
  await runMigrations(database.url, allMigrations);
  const link = await testLink(database.url);
  const config = marketingConfig.parse({
    NODE_ENV: 'test',
    PORT: 0,
    DATABASE_URL: link.url,
    KAFKA_BROKERS: kafka.brokers,
    KAFKA_TOPIC_PREFIX: kafka.topicPrefix,
    PUBLIC_ORIGIN: 'http://shop.test',
    SMTP_URL: smtpUrl,
  });
  const events = await createEventSpy({
    ...kafka,
    topics: [topics.identity, topics.marketing, deadLetterTopic(topics.identity, 'marketing')],
  });
  const lifecycle = createLifecycle({ logger: logs.logger });
  const context = { config, logger: logs.logger, lifecycle, metrics: createMetrics('marketing') };
  const marketing = createMarketing(context, overrides);
  await marketing.start();
  await waitUntil(async () => (await lifecycle.health.readiness()).ready, {
    describe: 'marketing to be ready',
  });
  return {
    marketing,
    database,
    link,
    events,
    lines: logs.lines,
    stop: async () => {
      await lifecycle.stop('test is over');
      await link.close();
      await events.close();
      await database.drop();
    },
  };
};
export type StartedMarketing = Awaited<ReturnType<typeof startMarketing>>;
