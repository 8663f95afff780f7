import { createDueWorkLoop } from '@quayside/due-work';
import { createApi } from '@quayside/http';
import { createConsumer } from '@quayside/messaging';
import { mongoIsAway } from '@quayside/mongo';
import type { Metrics } from '@quayside/runtime';
import { createPaymentClient } from '../http/payment-client.ts';
import { createSubscriptions } from '../messages/subscriptions.ts';
import { createAnonymiseBuyer } from '../usecases/anonymise-buyer.ts';
import { createChargeOrder } from '../usecases/charge-order.ts';
import { createEndGracePeriod } from '../usecases/end-grace-period.ts';
import type { Payments } from '../usecases/payments.ts';
import { createRefundOrder } from '../usecases/refund-order.ts';
import { createSettleStock } from '../usecases/settle-stock.ts';
import { createSubmitOrder } from '../usecases/submit-order.ts';
import type { WorkerConfig } from './config.ts';
import { createFoundation, type Surroundings } from './foundation.ts';
import { logFailedWork } from './log-failed-work.ts';

const gracePeriodConcurrency = 16;
const pollMs = 2000;

export const createOrderingWorker = (
  config: WorkerConfig,
  surroundings: Surroundings & { metrics: Metrics },
  overrides: { payments?: Payments } = {},
) => {
  const { logger, lifecycle, metrics } = surroundings;
  const foundation = createFoundation(config, surroundings);
  const { store, formerBuyers, queue, kafka, publisher, now } = foundation;
  const stopping = new AbortController();
  const payments =
    overrides.payments ??
    createPaymentClient({
      url: config.PAYMENT_URL,
      apiKey: config.PAYMENT_API_KEY,
      timeoutMs: config.PAYMENT_TIMEOUT_MS,
      stopping: stopping.signal,
    });

  const endGracePeriod = createEndGracePeriod({ store, now });
  const chargeOrder = createChargeOrder({ store, payments, now });
  const refundOrder = createRefundOrder({ store, payments, now });
  const dueWork = createDueWorkLoop({
    name: 'due work',
    queue,
    lanes: [
      {
        kinds: ['end-grace-period'],
        concurrency: gracePeriodConcurrency,
        run: endGracePeriod,
      },
      {
        kinds: ['charge', 'refund'],
        concurrency: config.CHARGE_CONCURRENCY,
        run: (work) => (work.kind === 'charge' ? chargeOrder(work) : refundOrder(work)),
      },
    ],
    leaseMs: config.LEASE_MS,
    pollMs,
    now,
    onDone: ({ id: orderId, kind, attempt }) => logger.info({ orderId, kind, attempt }, 'due work done'),
    onFailure: logFailedWork(logger),
    logger,
  });

  const consumer = createConsumer({
    kafka,
    group: 'ordering',
    subscriptions: createSubscriptions({
      submitOrder: createSubmitOrder({
        store,
        formerBuyers,
        now,
        gracePeriodMs: config.GRACE_PERIOD_SECONDS * 1000,
      }),
      settleStock: createSettleStock({ store, now }),
      anonymiseBuyer: createAnonymiseBuyer({ store, formerBuyers, now }),
      logger,
    }),
    isAway: mongoIsAway,
    publisher,
    logger,
  });

  const probes = createApi({
    logger,
    health: lifecycle.health,
    metrics,
    title: 'Quayside ordering worker',
    version: '1.0.0',
  });

  const start = async (): Promise<{ port: number }> => {
    await foundation.start();
    dueWork.start();
    lifecycle.add('due work', dueWork);
    lifecycle.add('payment retries', async () => stopping.abort());
    await consumer.start();
    lifecycle.add('kafka consumer', consumer);
    lifecycle.health.addCheck('kafka consumer', async () => {
      if (!consumer.healthy()) throw new Error('not a member of its group');
    });
    const server = await probes.listen({ host: config.HOST, port: config.PORT });
    lifecycle.add('http', server);
    return server;
  };

  return { ...foundation, payments, dueWork, start };
};
