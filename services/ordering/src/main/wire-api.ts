import { createApi, tokenVerifierFrom } from '@quayside/http';
import type { Metrics } from '@quayside/runtime';
import { routeOrderEvents } from '../http/order-events-route.ts';
import { routeOrders } from '../http/order-routes.ts';
import { problems } from '../http/problems.ts';
import { createOrderNotices } from '../store/order-notices.ts';
import { createOrderReads } from '../store/order-reads.ts';
import { createCancelOrder } from '../usecases/cancel-order.ts';
import type { ApiConfig } from './config.ts';
import { createFoundation, type Surroundings } from './foundation.ts';

export const createOrderingApi = (config: ApiConfig, surroundings: Surroundings & { metrics: Metrics }) => {
  const { logger, lifecycle, metrics } = surroundings;
  const foundation = createFoundation(config, surroundings);
  const { orders, store, now } = foundation;
  const reads = createOrderReads(orders);
  const notices = createOrderNotices({ orders, logger });

  const api = createApi({
    logger,
    health: lifecycle.health,
    metrics,
    title: 'Quayside ordering',
    version: '1.0.0',
    auth: tokenVerifierFrom(config),
    problems,
    checkAnswers: config.NODE_ENV !== 'production',
  });
  routeOrderEvents(api, { reads, notices });
  routeOrders(api, { reads, cancelOrder: createCancelOrder({ store, now }) });

  const start = async (): Promise<{ port: number }> => {
    await foundation.start();
    notices.start();
    lifecycle.add('order notices', notices);
    const server = await api.listen({ host: config.HOST, port: config.PORT });
    lifecycle.add('http', server);
    return server;
  };

  return { ...foundation, api, start };
};
