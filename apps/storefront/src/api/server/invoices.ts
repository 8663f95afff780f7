import 'server-only';
import { orderingApi, type InvoiceQueryInput } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

export const readInvoices = (query: InvoiceQueryInput) =>
  readGateway(orderingApi.routes.listInvoices, { query });
