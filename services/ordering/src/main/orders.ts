import { demoSalesSettings } from '@quayside/contracts';
import {
  createMongoDueWorkQueue,
  mongoAuditLog,
  mongoStore,
  type DocumentOutboxRelay,
} from '@quayside/mongo';
import type { Db } from 'mongodb';
import { customerFiguresChanged } from '../messages/customer-figures-changed.ts';
import { salesSettingsChanged } from '../messages/sales-settings-changed.ts';
import { toIntegrationEvents } from '../messages/to-integration-events.ts';
import { carryOverOrders } from '../store/carry-over/carry-over-orders.ts';
import { countCustomers } from '../store/carry-over/count-customers.ts';
import { listOrders } from '../store/carry-over/list-orders.ts';
import { createAuditedWrite } from '../store/audited-write.ts';
import { createMongoFormerBuyers } from '../store/mongo-former-buyers.ts';
import { createMongoOrderStore } from '../store/mongo-order-store.ts';
import { createCustomerCounts, customerCollection } from '../store/mongo-customers.ts';
import {
  createMongoSalesSettings,
  ensureSalesSettings,
  salesSettingsCollection,
} from '../store/mongo-sales-settings.ts';
import { ensureInvoiceIndexes } from '../store/invoice-document.ts';
import { ensureOrderIndexes, orderCollection } from '../store/order-document.ts';

/** What both processes stand on. */
export const ordersStore = mongoStore({
  outboxes: {
    orders: orderCollection,
    salesSettings: salesSettingsCollection,
    customers: customerCollection,
  },
  prepare: async (db) => {
    await ensureOrderIndexes(orderCollection(db));
    await ensureInvoiceIndexes(db);
    await mongoAuditLog.ensureIndexes(db);
    await carryOverOrders(db, { toIntegrationEvents, now: () => new Date() });
    await listOrders(db, { now: () => new Date() });
    await countCustomers(db, { toEvent: customerFiguresChanged, now: () => new Date() });
    await ensureSalesSettings(db, { settings: demoSalesSettings, toEvent: salesSettingsChanged });
  },
});

export const createOrders = ({
  store: { db, outboxes },
  now,
}: {
  store: { db: Db; outboxes: Record<'orders' | 'salesSettings' | 'customers', DocumentOutboxRelay> };
  now: () => Date;
}) => {
  const orders = orderCollection(db);
  const queue = createMongoDueWorkQueue({ collection: orders, now });
  const store = createMongoOrderStore({
    orders,
    relay: outboxes.orders,
    toIntegrationEvents,
    onScheduled: queue.scheduled,
    now,
    writeAudited: createAuditedWrite(db, orders),
  });
  const salesSettings = createMongoSalesSettings({
    db,
    collection: salesSettingsCollection(db),
    relay: outboxes.salesSettings,
    toEvent: salesSettingsChanged,
  });
  const customerCounts = createCustomerCounts({
    customers: customerCollection(db),
    orders,
    relay: outboxes.customers,
    toEvent: customerFiguresChanged,
  });
  const formerBuyers = createMongoFormerBuyers(db);
  return { now, orders, formerBuyers, queue, store, salesSettings, customerCounts };
};
