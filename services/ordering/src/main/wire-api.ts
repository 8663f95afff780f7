import { defineService } from '@quayside/chassis';
import { routeOrderEvents } from '../http/order-events-route.ts';
import { routeOrders } from '../http/order-routes.ts';
import { problems } from '../http/problems.ts';
import { createOrderNotices } from '../store/order-notices.ts';
import { createOrderReads } from '../store/order-reads.ts';
import { createCancelOrder } from '../usecases/cancel-order.ts';
import { apiConfig } from './config.ts';
import { createOrders, ordersStore } from './orders.ts';

export const orderingApi = defineService({
  name: 'ordering-api',
  title: 'Ordering',
  config: apiConfig,
  store: ordersStore,
  problems,
  build: (tools) => {
    const { logger, now } = tools;
    const built = createOrders(tools);
    const { orders, store } = built;
    const reads = createOrderReads(orders);
    const notices = createOrderNotices({ orders, logger });
    return {
      routes: (api) => {
        routeOrderEvents(api, { reads, notices });
        routeOrders(api, { reads, cancelOrder: createCancelOrder({ store, now }) });
      },
      background: { 'order notices': notices },
      exposed: built,
    };
  },
});
