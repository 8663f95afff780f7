import 'server-only';
import { order, orderPage } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

export const readOrders = (page: number) => readGateway(`/api/v1/orders?page=${page}&pageSize=10`, orderPage);

export const readOrder = (id: string, timeoutMs?: number) =>
  readGateway(`/api/v1/orders/${encodeURIComponent(id)}`, order, timeoutMs);
