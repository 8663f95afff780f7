import 'server-only';
import { marketingApi } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

export const readStockRequests = (timeoutMs?: number) =>
  readGateway(marketingApi.routes.listStockRequests, {}, timeoutMs);
