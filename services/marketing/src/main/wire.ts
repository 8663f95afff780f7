import { createApi } from '@quayside/http';
import { createConsumer, createKafka, createPublisher, kafkaAccess, type Inbox } from '@quayside/messaging';
import {
  createPool,
  createPostgresOutboxRelay,
  onceMigrated,
  postgresInbox,
  postgresIsAway,
  requireSchema,
} from '@quayside/postgres';
import type { ProcessContext } from '@quayside/runtime';
import type { PoolClient } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { welcomeMail } from '../domain/welcome-mail.ts';
import { mountCampaignRoutes } from '../http/campaign-routes.ts';
import { problems } from '../http/problems.ts';
import { userSubscriptions } from '../messages/user-subscriptions.ts';
import { createCampaignReads } from '../store/campaign-store.ts';
import { createMailQueue } from '../store/mail-queue.ts';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { createSmtpPost } from '../store/smtp-post.ts';
import { usersIn } from '../store/user-store.ts';
import { createSendDueMails } from '../usecases/send-due-mails.ts';
import type { MarketingConfig } from './config.ts';
import { logMail } from './log-mail.ts';
import { createMailLoop } from './mail-loop.ts';

/** The whole service, built and not yet started. */
export const createMarketing = (
  { config, logger, lifecycle, metrics }: ProcessContext<MarketingConfig>,
  { now = () => new Date(), mailPollMs = 5_000, mailLeaseSeconds = 120 } = {},
) => {
  const { health } = lifecycle;
  const shop = config.PUBLIC_ORIGIN.replace(/\/$/, '');

  const pool = createPool({ connectionString: config.DATABASE_URL, application: 'marketing', logger });
  lifecycle.add('database', () => pool.end());
  health.addCheck('database', () => requireSchema(pool, allMigrations));

  const kafka = createKafka({ ...kafkaAccess(config), clientId: 'marketing', logger });
  const publisher = createPublisher(kafka);
  lifecycle.add('publisher', publisher);
  const relay = createPostgresOutboxRelay({ pool, connectionString: config.DATABASE_URL, publisher, logger });
  lifecycle.add('outbox relay', relay);

  const post = createSmtpPost({ url: config.SMTP_URL, from: config.MAIL_FROM });
  const mailLoop = createMailLoop({
    sendDue: createSendDueMails({
      queue: createMailQueue({ pool, leaseSeconds: mailLeaseSeconds }),
      compose: ({ recipient }) => welcomeMail({ name: recipient.name, shop }),
      deliver: post.deliver,
      report: logMail(logger),
      now,
      jitter: Math.random,
    }),
    pollMs: mailPollMs,
    logger,
  });
  lifecycle.add('mail loop', mailLoop);

  const recording = postgresInbox(pool);
  /** A mail is in the queue only once its transaction is committed. */
  const inbox: Inbox<PoolClient> = {
    ...recording,
    once: async (event, effect) => {
      const outcome = await recording.once(event, effect);
      mailLoop.wake();
      return outcome;
    },
  };
  const subscriptions = userSubscriptions(usersIn, uuidv7);
  const consumer = createConsumer({
    kafka,
    group: 'marketing',
    subscriptions,
    inbox,
    isAway: postgresIsAway,
    publisher,
    logger,
  });
  lifecycle.add('consumer', consumer);
  // Once it was there, Kafka may go away without the campaigns disappearing: users wait in their topic.
  let hasJoined = false;
  health.addCheck('user events', async () => {
    hasJoined ||= consumer.healthy();
    if (!hasJoined) throw new Error('not yet reading user events');
  });

  const api = createApi({
    logger,
    health,
    metrics,
    problems,
    title: 'Quayside Marketing',
    version: '1',
    checkAnswers: config.NODE_ENV !== 'production',
  });
  mountCampaignRoutes(api, { running: createCampaignReads(pool).running, now });

  return {
    api,
    relay,
    mailLoop,
    /** Everything but the HTTP server; resolves at once, connections are made in the background. */
    start: async (): Promise<void> => {
      await publisher.start();
      await relay.start();
      onceMigrated({ pool, migrations: allMigrations, lifecycle, logger }, async () => {
        await consumer.start();
        mailLoop.start();
      });
    },
  };
};
