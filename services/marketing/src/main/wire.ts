import { defineService } from '@quayside/chassis';
import { createDueWorkLoop } from '@quayside/due-work';
import { createServiceCalls } from '@quayside/http';
import { postgresStore } from '@quayside/postgres';
import { v7 as uuidv7 } from 'uuid';
import { createIdentityClient } from '../clients/identity-client.ts';
import { createSmtpPost } from '../clients/smtp-post.ts';
import { welcomeMail } from '../clients/welcome-mail.ts';
import { mailRetryAfterMs } from '../domain/mail-retry.ts';
import { serveCampaigns } from '../http/campaign-routes.ts';
import { serveSales } from '../http/sales-routes.ts';
import { createSalesSubscriptions } from '../messages/sales-subscriptions.ts';
import { createSubscriptions } from '../messages/subscriptions.ts';
import { createCampaignReads } from '../store/campaign-store.ts';
import { createMailQueue, createWaitingMails } from '../store/mail-store.ts';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { salesCountsIn } from '../store/sales-counts.ts';
import { createSalesReads } from '../store/sales-reads.ts';
import { usersIn } from '../store/user-store.ts';
import { createSendMail } from '../usecases/send-mail.ts';
import { marketingConfig } from './config.ts';
import { createMailLog } from './log-mail.ts';

/** Of a report before anything is sold. */
const shopCurrency = 'USD';
const mailsAtOnce = 4;
const mailLeaseMs = 120_000;
const mailPollMs = 5_000;

export const marketing = defineService({
  name: 'marketing',
  config: marketingConfig,
  store: postgresStore({ migrations: allMigrations }),
  build: ({ config, logger, now, store: { pool } }) => {
    const { SHOP_TIME_ZONE: timeZone } = config;
    const shop = config.PUBLIC_ORIGIN.replace(/\/$/, '');
    const post = createSmtpPost({ url: config.SMTP_URL, from: config.MAIL_FROM });
    const log = createMailLog(logger);
    const mailQueue = createMailQueue({ pool, now });
    const identity = { url: config.IDENTITY_URL, secret: config.INTERNAL_SECRET };
    const sendMail = createSendMail({
      mails: createWaitingMails(pool),
      recipients: createIdentityClient(createServiceCalls(identity)),
      compose: (_kind, { name }) => welcomeMail({ name, shop }),
      deliver: post.deliver,
      onSent: log.sent,
      onGivenUp: log.givenUp,
    });
    const mailLoop = createDueWorkLoop({
      name: 'the sending of mails',
      queue: mailQueue,
      lanes: [{ kinds: ['welcome'], concurrency: mailsAtOnce, run: sendMail }],
      leaseMs: mailLeaseMs,
      pollMs: mailPollMs,
      now,
      retryAfterMs: (attempt) => mailRetryAfterMs(attempt, Math.random()),
      onFailure: log.postponed,
      logger,
    });
    return {
      routes: (api) => {
        serveCampaigns(api, { running: createCampaignReads(pool).running, now });
        serveSales(api, { reads: createSalesReads(pool, shopCurrency), timeZone, now });
      },
      subscriptions: [
        ...createSubscriptions(usersIn, uuidv7),
        ...createSalesSubscriptions((tx) => salesCountsIn(tx, timeZone)),
      ],
      // A mail is in the queue only once its transaction is committed.
      consumer: { afterCommit: () => mailQueue.scheduled(now()) },
      background: { 'mail loop': mailLoop },
      exposed: { mailLoop },
    };
  },
});
