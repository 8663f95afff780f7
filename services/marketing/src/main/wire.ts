import { defineService } from '@quayside/chassis';
import { postgresStore } from '@quayside/postgres';
import { v7 as uuidv7 } from 'uuid';
import { welcomeMail } from '../domain/welcome-mail.ts';
import { mountCampaignRoutes } from '../http/campaign-routes.ts';
import { problems } from '../http/problems.ts';
import { createSubscriptions } from '../messages/subscriptions.ts';
import { createCampaignReads } from '../store/campaign-store.ts';
import { createMailQueue } from '../store/mail-queue.ts';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { createSmtpPost } from '../store/smtp-post.ts';
import { usersIn } from '../store/user-store.ts';
import { createSendDueMails } from '../usecases/send-due-mails.ts';
import { marketingConfig } from './config.ts';
import { logMail } from './log-mail.ts';
import { createMailLoop } from './mail-loop.ts';

interface Overrides {
  mailPollMs: number;
  mailLeaseSeconds: number;
}

export const marketing = defineService({
  name: 'marketing',
  title: 'Marketing',
  config: marketingConfig,
  store: postgresStore({ migrations: allMigrations }),
  problems,
  build: (
    { config, logger, now, store: { pool } },
    { mailPollMs = 5_000, mailLeaseSeconds = 120 }: Partial<Overrides>,
  ) => {
    const shop = config.PUBLIC_ORIGIN.replace(/\/$/, '');
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
    return {
      routes: (api) => mountCampaignRoutes(api, { running: createCampaignReads(pool).running, now }),
      subscriptions: createSubscriptions(usersIn, uuidv7),
      // A mail is in the queue only once its transaction is committed.
      consumer: { afterCommit: mailLoop.wake },
      background: { 'mail loop': mailLoop },
      exposed: { mailLoop },
    };
  },
});
