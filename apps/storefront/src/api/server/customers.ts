import 'server-only';
import { identityApi, orderingApi, type CustomerQueryInput } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

export const readCustomers = (query: CustomerQueryInput) =>
  readGateway(identityApi.routes.listCustomers, { query });

/** That it was read is on record. */
export const readCustomer = (id: string) => readGateway(identityApi.routes.findCustomer, { params: { id } });

/** What Ordering says of a customer. */
export const readCustomerOrders = (id: string) =>
  readGateway(orderingApi.routes.readCustomerOrders, { params: { id } });
