import 'server-only';
import { marketingApi, type SalesQueryInput } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

export const readSales = (query: SalesQueryInput) => readGateway(marketingApi.routes.readSales, { query });
