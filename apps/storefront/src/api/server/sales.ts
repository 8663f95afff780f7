import 'server-only';
import { marketingApi, type FunnelQueryInput, type SalesQueryInput } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

export const readSales = (query: SalesQueryInput) => readGateway(marketingApi.routes.readSales, { query });

export const readFunnel = (query: FunnelQueryInput) => readGateway(marketingApi.routes.readFunnel, { query });
