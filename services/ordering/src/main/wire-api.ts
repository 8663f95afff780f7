import { defineService, dueWorkBacklog, groupBacklog } from '@quayside/chassis';
import { mongoAuditLog } from '@quayside/mongo';
import { dayIn } from '@quayside/runtime';
import { refundLimitsOf } from '../domain/refund-limit.ts';
import { serveCustomers } from '../http/customer-routes.ts';
import { serveInvoices } from '../http/invoice-routes.ts';
import { serveOrderEvents } from '../http/order-events-route.ts';
import { serveGuestOrders } from '../http/guest-order-routes.ts';
import { serveOrders } from '../http/order-routes.ts';
import { serveSalesSettings } from '../http/sales-settings-routes.ts';
import { serveOrderLists } from '../http/order-list-routes.ts';
import { serveAudit } from '../http/audit-routes.ts';
import { serveStaffOrderEvents } from '../http/staff-order-events-route.ts';
import { serveOrdersToServices } from '../http/service-order-routes.ts';
import { serveStaffOrders } from '../http/staff-order-routes.ts';
import { createCustomerReads, customerCollection } from '../store/mongo-customers.ts';
import { createGuestOrderReads } from '../store/guest-order-reads.ts';
import { createMongoInvoiceReads } from '../store/mongo-invoice-reads.ts';
import { createOrderNotices } from '../store/order-notices.ts';
import { createOrderReads } from '../store/order-reads.ts';
import { answerOrUnavailable } from '../store/answer-or-unavailable.ts';
import { createRecordExport } from '../store/record-export.ts';
import { createStaffOrderFile } from '../store/staff-order-file.ts';
import { createStaffOrderReads } from '../store/staff-order-reads.ts';
import { createAddressTerms } from '../usecases/address-terms.ts';
import { createCancelOrder } from '../usecases/cancel-order.ts';
import { createChangeOrder } from '../usecases/change-order.ts';
import { createChangeSalesSettings } from '../usecases/change-sales-settings.ts';
import { createCountCustomers } from '../usecases/count-customers.ts';
import { createGuestOrders } from '../usecases/guest-orders.ts';
import { apiConfig } from './config.ts';
import { sellerOf } from './seller.ts';
import { createOrders, ordersStore } from './orders.ts';

export const orderingApi = defineService({
  name: 'ordering-api',
  config: apiConfig,
  store: ordersStore,
  build: (tools) => {
    const { config, logger, now } = tools;
    const built = createOrders(tools);
    const { db } = tools.store;
    const { orders, store, salesSettings } = built;
    const reads = createOrderReads(orders);
    const staffReads = createStaffOrderReads(orders);
    const notices = createOrderNotices({ orders, logger });
    const invoices = createMongoInvoiceReads(db);
    const changeOrder = createChangeOrder({ store, now });
    const cancelOrder = createCancelOrder({ store, now });
    const { customerCounts: counts, formerBuyers } = built;
    const count = createCountCustomers({ counts, formerBuyers });
    const guests = createGuestOrderReads(orders);
    const guestOrders = createGuestOrders({ reads, guests, store, count, now });
    return {
      routes: (api) => {
        serveOrderEvents(api, { reads, notices });
        serveSalesSettings(api, {
          store: salesSettings,
          changeSalesSettings: createChangeSalesSettings({ store: salesSettings }),
        });
        serveOrderLists(api, { reads: staffReads, recordExport: createRecordExport(db), now });
        serveStaffOrderEvents(api, { notices });
        serveCustomers(api, {
          customers: createCustomerReads({ customers: customerCollection(db), orders }),
          orders: staffReads,
          now,
        });
        serveAudit(api, (query) => answerOrUnavailable(mongoAuditLog.read(db, query)));
        serveOrdersToServices(api, { reads, invoices, now });
        serveInvoices(api, {
          ...{ invoices, orders: reads, seller: sellerOf(config), timeZone: config.SHOP_TIME_ZONE },
          today: () => dayIn(config.SHOP_TIME_ZONE, now()),
        });
        serveStaffOrders(api, {
          file: createStaffOrderFile(db),
          changeOrder,
          addressTerms: createAddressTerms(salesSettings),
          now,
          refundLimits: refundLimitsOf(config.SUPPORT_REFUND_LIMIT),
          stepUpLimits: refundLimitsOf(config.STEP_UP_REFUND_LIMIT),
        });
        serveOrders(api, { reads, invoices, cancelOrder, changeOrder, now });
        serveGuestOrders(api, {
          ...{ guestOrders, invoices, cancelOrder, changeOrder, logger, now },
          timeZone: config.SHOP_TIME_ZONE,
        });
      },
      // The worker answers no requests, so that this process tells what waits for it.
      backlogs: [groupBacklog(tools.bus.kafka, 'ordering'), dueWorkBacklog('orders', built.queue)],
      background: { 'order notices': notices },
      exposed: built,
    };
  },
});
