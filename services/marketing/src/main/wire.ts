import { defineService, dueWorkBacklog, periodically } from '@quayside/chassis';
import { createDueWorkLoop } from '@quayside/due-work';
import { basicCredentials, createServiceCalls } from '@quayside/http';
import { createSmtpPost } from '@quayside/mail/smtp';
import { postgresAuditLog, postgresOutbox, postgresStore } from '@quayside/postgres';
import { v7 as uuidv7 } from 'uuid';
import { createBasketClient } from '../clients/basket-client.ts';
import { createIdentityClient } from '../clients/identity-client.ts';
import { contactMail } from '../clients/mails/contact-mail.ts';
import { languageOf } from '../clients/mails/language.ts';
import { orderMail } from '../clients/mails/order-mail.ts';
import { paymentLinkMail } from '../clients/mails/payment-link-mail.ts';
import { questionMail } from '../clients/mails/question-mail.ts';
import { reviewMail } from '../clients/mails/review-mail.ts';
import { stockMail } from '../clients/mails/stock-mail.ts';
import { welcomeMail } from '../clients/mails/welcome-mail.ts';
import { createOrderingClient } from '../clients/ordering-client.ts';
import { mailKinds } from '../domain/mail.ts';
import { mailRetryAfterMs } from '../domain/mail-retry.ts';
import { serveCampaignAdministration } from '../http/campaign-admin-routes.ts';
import { serveCampaigns } from '../http/campaign-routes.ts';
import { serveContact } from '../http/contact-routes.ts';
import { serveOrderMails } from '../http/order-mail-routes.ts';
import { serveSales } from '../http/sales-routes.ts';
import { serveMailChoices } from '../http/mail-choice-routes.ts';
import { serveOneClick } from '../http/one-click-routes.ts';
import { servePushes } from '../http/push-routes.ts';
import { serveVisits } from '../http/visit-routes.ts';
import { serveStockRequests } from '../http/stock-request-routes.ts';
import { campaignEvents } from '../messages/campaign-events.ts';
import { createItemSubscriptions } from '../messages/item-subscriptions.ts';
import { createSalesSubscriptions } from '../messages/sales-subscriptions.ts';
import { orderMailSubscriptions } from '../messages/order-mails.ts';
import { orderPushSubscriptions } from '../messages/order-pushes.ts';
import { paymentLinkSubscriptions } from '../messages/payment-links.ts';
import { questionMailSubscriptions } from '../messages/question-mails.ts';
import { reviewRequestSubscriptions } from '../messages/review-requests.ts';
import { createSubscriptions } from '../messages/subscriptions.ts';
import { createCampaignReads } from '../store/campaign-reads.ts';
import { createCampaignStore } from '../store/campaign-store.ts';
import {
  createContactMessageReads,
  createContactMessages,
  createForgetOldContacts,
} from '../store/contact-messages.ts';
import { noteCouponUses } from '../store/coupon-uses.ts';
import { createMailChoices, createReviewMailReads } from '../store/mail-choice-store.ts';
import { createMailQueue, createWaitingMails } from '../store/mail-store.ts';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { createAskedAbout, queueQuestionMails } from '../store/question-mails.ts';
import { salesCountsIn } from '../store/sales-counts.ts';
import { createSalesReads } from '../store/sales-reads.ts';
import { createOrderMails } from '../store/order-mails.ts';
import { orderMailsIn } from '../store/order-mail-store.ts';
import { orderPushesIn } from '../store/push/order-push-store.ts';
import { itemsIn } from '../store/stock/item-copy.ts';
import { createForgetOldRequests } from '../store/stock/remove-requests.ts';
import { createStockRequests } from '../store/stock/stock-request-store.ts';
import { createWaitedFor } from '../store/stock/waited-for.ts';
import { createVisits } from '../store/visit-store.ts';
import { usersIn } from '../store/user-store.ts';
import { createSendContactMessage } from '../usecases/contact-messages.ts';
import { createSendMail } from '../usecases/send-mail.ts';
import { createWriteMail } from '../usecases/write-mail.ts';
import { marketingConfig } from './config.ts';
import { createPushes } from './create-pushes.ts';
import { createMailLog } from './log-mail.ts';

/** Of a report before anything is sold. */
const shopCurrency = 'USD';
const mailsAtOnce = 4;
const mailLeaseMs = 120_000;
const mailPollMs = 5_000;
const forgetEveryMs = 3_600_000;

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
    const callsTo = (url: string) => createServiceCalls({ url, secret: config.INTERNAL_SECRET });
    const orders = createOrderingClient(callsTo(config.ORDERING_URL));
    const pushes = createPushes({ config, orders, pool, now, logger });
    const sendMail = createSendMail({
      mails: createWaitingMails(pool),
      write: createWriteMail({
        recipients: createIdentityClient(callsTo(config.IDENTITY_URL)),
        orders,
        draftOrders: createBasketClient(callsTo(config.BASKET_URL)),
        waitedFor: createWaitedFor(pool),
        reviewMails: createReviewMailReads(pool),
        askedAbout: createAskedAbout(pool),
        contactMessages: createContactMessageReads(pool),
        crew: { name: '', address: config.SELLER_CONTACT, locale: 'en' },
        ofContact: (message) => contactMail(message, shop),
        ofQuestion: (item, recipient) => questionMail(item, recipient, shop),
        welcome: ({ name, locale }) => welcomeMail({ name, shop, language: languageOf(locale) }),
        ofOrder: (matter, order, recipient) => orderMail({ matter, order, recipient }, { shop, timeZone }),
        askingToPay: (draft, recipient) => paymentLinkMail(draft, recipient, { shop, timeZone }),
        askingForReviews: (order, recipient, links) => reviewMail(order, recipient, links, shop),
        ofStock: (kind, waitedFor, recipient) => stockMail(kind, waitedFor, recipient, shop),
      }),
      deliver: ({ recipient, ...mail }) => post.deliver({ ...mail, to: recipient }),
      onSent: log.sent,
      onGivenUp: log.givenUp,
    });
    const mailLoop = createDueWorkLoop({
      name: 'the sending of mails',
      queue: mailQueue,
      lanes: [{ kinds: mailKinds, concurrency: mailsAtOnce, run: sendMail }],
      leaseMs: mailLeaseMs,
      pollMs: mailPollMs,
      now,
      retryAfterMs: (attempt) => mailRetryAfterMs(attempt, Math.random()),
      onFailure: log.postponed,
      logger,
    });
    const forgetOld = createForgetOldRequests({ pool, now });
    const forgetContacts = createForgetOldContacts({ pool, now });
    const onQueued = () => mailQueue.scheduled(now());
    const onEvent = () => {
      onQueued();
      pushes.onQueued();
    };
    const campaignReads = createCampaignReads(pool);
    const requests = createStockRequests({ pool, now, onQueued });
    const choices = createMailChoices(pool);
    return {
      routes: (api) => {
        serveCampaigns(api, { running: campaignReads.running, now });
        serveCampaignAdministration(api, {
          campaigns: createCampaignStore({
            pool,
            announce: (tx, campaign) => postgresOutbox.append(tx, ...campaignEvents(campaign)),
          }),
          audit: campaignReads.audit,
          newId: uuidv7,
          now,
        });
        serveOrderMails(api, {
          mails: createOrderMails(pool),
          onQueued,
          now,
        });
        serveStockRequests(api, { requests });
        serveContact(api, {
          send: createSendContactMessage({ messages: createContactMessages({ pool, now, onQueued }) }),
        });
        servePushes(api, pushes);
        serveMailChoices(api, { choices });
        serveOneClick(api, { shop, end: { 'review-requests': choices.end, 'back-in-stock': requests.end } });
        serveVisits(api, { visits: createVisits(pool), timeZone, now });
        serveSales(api, { reads: createSalesReads(pool, shopCurrency), timeZone, now });
      },
      isGateway: basicCredentials('quayside-gateway', config.GATEWAY_CLIENT_SECRET).areIn,
      subscriptions: [
        ...createSubscriptions(usersIn, uuidv7, postgresAuditLog.forget),
        ...createSalesSubscriptions((tx) => salesCountsIn(tx, timeZone), noteCouponUses),
        ...orderMailSubscriptions(orderMailsIn, uuidv7),
        ...orderPushSubscriptions(orderPushesIn, uuidv7),
        ...paymentLinkSubscriptions(orderMailsIn, uuidv7),
        ...reviewRequestSubscriptions(orderMailsIn, uuidv7, config.REVIEW_REQUEST_AFTER_DAYS),
        ...questionMailSubscriptions(queueQuestionMails, uuidv7),
        ...createItemSubscriptions(itemsIn),
      ],
      // A mail is in the queue only once its transaction is committed.
      consumer: { afterCommit: onEvent },
      backlogs: [
        dueWorkBacklog('mails', mailQueue),
        ...(pushes.loop ? [dueWorkBacklog('pushes', pushes.queue)] : []),
      ],
      background: {
        'mail loop': mailLoop,
        ...(pushes.loop && { 'push loop': pushes.loop }),
        'forgetting of browsers': periodically({ everyMs: forgetEveryMs, work: pushes.forgetOld }),
        'forgetting of contact messages': periodically({ everyMs: forgetEveryMs, work: forgetContacts }),
        'forgetting of stock requests': periodically({ everyMs: forgetEveryMs, work: forgetOld }),
      },
      exposed: { mailLoop, pushes, forgetOld, forgetContacts },
    };
  },
});
