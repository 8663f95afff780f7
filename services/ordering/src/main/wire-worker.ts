import { defineService, dueWorkBacklog, periodically, untilDone } from '@quayside/chassis';
import { createDueWorkLoop, type ClaimedWork } from '@quayside/due-work';
import { createServiceCalls } from '@quayside/http';
import { createBasketClient } from '../clients/basket-client.ts';
import { createIdentityClient } from '../clients/identity-client.ts';
import { mongoAuditLog } from '@quayside/mongo';
import { dayIn } from '@quayside/runtime';
import { createPaymentClient } from '../clients/payment-client.ts';
import type { Order } from '../domain/order.ts';
import { createSubscriptions } from '../messages/subscriptions.ts';
import { createAnonymiseBuyer } from '../usecases/anonymise-buyer.ts';
import { createChargeOrder } from '../usecases/charge-order.ts';
import { createCountCustomers } from '../usecases/count-customers.ts';
import { createCountSoon } from '../usecases/count-soon.ts';
import { createEndGracePeriod } from '../usecases/end-grace-period.ts';
import { createEndStockHold } from '../usecases/end-stock-hold.ts';
import { createClaimOrders } from '../usecases/guest-orders.ts';
import { createOwnGracePeriods } from '../usecases/own-grace-periods.ts';
import type { Payments } from '../usecases/payments.ts';
import { createRefundOrder } from '../usecases/refund-order.ts';
import { createSettleStock } from '../usecases/settle-stock.ts';
import { createSubmitOrder } from '../usecases/submit-order.ts';
import { answerOrUnavailable } from '../store/answer-or-unavailable.ts';
import { createGuestOrderReads } from '../store/guest-order-reads.ts';
import { createMongoInvoiceBooks } from '../store/mongo-invoice-books.ts';
import { createRecordFailure } from '../store/record-failure.ts';
import { workerConfig } from './config.ts';
import { logFailedWork } from './log-failed-work.ts';
import { returnUrlsOf } from './return-urls.ts';
import { sellerOf } from './seller.ts';
import { createOrders, ordersStore } from './orders.ts';

const periodConcurrency = 16;
const pollMs = 2000;
const countEveryMs = 2000;
/** A charge takes much less than a lease, so that many may wait for each place. */
const chargesAhead = 8;

export const orderingWorker = defineService({
  name: 'ordering-worker',
  config: workerConfig,
  store: ordersStore,
  build: (tools, overrides: { payments?: Payments }) => {
    const { config, logger, now } = tools;
    const built = createOrders(tools);
    const { store, formerBuyers, queue } = built;
    const books = createMongoInvoiceBooks({
      ...{ db: tools.store.db, now, seller: sellerOf(config) },
      dayOf: (instant) => dayIn(config.SHOP_TIME_ZONE, instant),
    });
    const recordFailure = createRecordFailure(built.orders, now);
    const stopping = new AbortController();
    const payments =
      overrides.payments ??
      createPaymentClient({
        url: config.PAYMENT_URL,
        apiKey: config.PAYMENT_API_KEY,
        timeoutMs: config.PAYMENT_TIMEOUT_MS,
        stopping: stopping.signal,
      });

    const basket = { url: config.BASKET_URL, secret: config.INTERNAL_SECRET };
    const keptDetails = createBasketClient(createServiceCalls(basket));
    const identity = { url: config.IDENTITY_URL, secret: config.INTERNAL_SECRET };
    const people = createIdentityClient(createServiceCalls(identity));
    const guests = createGuestOrderReads(built.orders);
    const anonymiseBuyer = createAnonymiseBuyer({ store, formerBuyers, now });
    const { customerCounts } = built;
    const countCustomers = createCountCustomers({ counts: customerCounts, formerBuyers });
    const counts = createCountSoon({ count: countCustomers, recentBuyers: customerCounts.recentBuyers, now });
    const endGracePeriod = createEndGracePeriod({ store, now });
    const endStockHold = createEndStockHold({ store, now });
    const stockHoldMs = config.STOCK_HOLD_SECONDS * 1000;
    const charging = createChargeOrder({
      ...{ store, payments, now, stockHoldMs },
      confirmMs: config.CONFIRM_SECONDS * 1000,
      returnUrlsOf: (orderId) => returnUrlsOf(config.PUBLIC_ORIGIN, orderId),
    });
    const refundOrder = createRefundOrder({ store, payments, now });
    const dueWork = createDueWorkLoop({
      name: 'due work',
      queue,
      lanes: [
        {
          kinds: ['end-grace-period', 'end-stock-hold'],
          concurrency: periodConcurrency,
          run: (work) => (work.kind === 'end-grace-period' ? endGracePeriod(work.id) : endStockHold(work)),
        },
        {
          kinds: ['charge', 'refund'],
          concurrency: config.CHARGE_CONCURRENCY,
          ahead: config.CHARGE_CONCURRENCY * chargesAhead,
          run: (work) => (work.kind === 'charge' ? charging.charge(work) : refundOrder(work)),
        },
      ],
      leaseMs: config.LEASE_MS,
      pollMs,
      now,
      onDone: ({ id: orderId, kind, attempt }) => logger.info({ orderId, kind, attempt }, 'due work done'),
      onFailure: (work, error, until) => {
        logFailedWork(logger)(work, error, until);
        void recordFailure(work, error).catch((fault: unknown) =>
          logger.warn({ err: fault, orderId: work.id }, 'why due work failed is in the log only'),
        );
      },
      logger,
    });

    const gracePeriods = createOwnGracePeriods({
      end: endGracePeriod,
      now,
      onFailure: (orderId, error) =>
        logger.warn({ err: error, orderId }, 'a grace period is left to whoever finds it due'),
    });
    const keepChargePlace = () => {
      const place = dueWork.keepPlace('charge');
      if (!place) return undefined;
      const claim = queue.claimAhead('charge', config.LEASE_MS);
      return {
        claim,
        start: (order: Order, flow: Pick<ClaimedWork, 'correlationId' | 'traceparent'>) =>
          place.start(claim.of(order.id, flow), charging.chargeBegun(order)),
        giveBack: place.giveBack,
      };
    };

    return {
      backlogs: [dueWorkBacklog('orders', queue)],
      subscriptions: createSubscriptions({
        submitOrder: createSubmitOrder({
          store,
          keptDetails,
          formerBuyers,
          now,
          gracePeriodMs: config.GRACE_PERIOD_SECONDS * 1000,
          gracePeriods,
        }),
        settleStock: createSettleStock({ store, now, keepChargePlace }),
        anonymiseBuyer: async (userId) => {
          await anonymiseBuyer(userId);
          await customerCounts.forget(userId);
          // Of the staff, too: what they did stays on record, and their name does not.
          await answerOrUnavailable(mongoAuditLog.forget(tools.store.db, userId));
        },
        claimOrders: createClaimOrders({ people, guests, store, now }),
        buyersOf: customerCounts.buyersOf,
        countCustomers,
        countSoon: counts.soon,
        issueInvoices: books.issue,
        logger,
      }),
      consumer: { group: 'ordering', isAllItDoes: true },
      background: {
        'customers to catch up on': untilDone({ work: counts.catchUp }),
        'customers to count': periodically({ everyMs: countEveryMs, work: counts.countWaiting }),
        'grace periods': { start: () => undefined, close: gracePeriods.close },
        'due work': {
          start: dueWork.start,
          close: async () => {
            // No call to the payment company is tried again in a process that stops.
            stopping.abort();
            await dueWork.close();
          },
        },
      },
      exposed: { ...built, books, payments, dueWork },
    };
  },
});
