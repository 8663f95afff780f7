import type { Order } from '@quayside/contracts';
import { ok, type Api } from '@quayside/http';
import type { CustomerReads } from '../usecases/customers.ts';
import type { StaffOrderReads } from '../usecases/staff-order-reads.ts';
import { contract } from './contract.ts';
import { orderView } from './order-view.ts';

interface Dependencies {
  customers: CustomerReads;
  orders: Pick<StaffOrderReads, 'all'>;
  now: () => Date;
}

/** Customers as far as Ordering knows them. */
export const serveCustomers = (api: Api, { customers, orders, now }: Dependencies): void =>
  api.serve(contract, {
    readCustomerOrders: async ({ params: { id } }) => {
      const [found, addresses] = await Promise.all([customers.figures(id), customers.addresses(id)]);
      return ok({
        orders: found?.orders ?? 0,
        spend: [...(found?.spend ?? [])],
        ...(found && { lastOrderAt: found.lastOrderAt }),
        addresses,
      });
    },
    exportCustomerOrders: async ({ params: { id } }) => {
      const all: Order[] = [];
      for await (const order of orders.all({ buyer: id })) all.push(orderView(order, 'buyer', now()));
      return ok({ orders: all }, { 'cache-control': 'no-store' });
    },
  });
