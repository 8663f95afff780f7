import 'server-only';
import { orderingApi } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { findOrder, listOrders } = orderingApi.routes;

export const readOrders = (page: number) => readGateway(listOrders, { query: { page, pageSize: 10 } });

export const readOrder = (id: string, timeoutMs?: number) =>
  readGateway(findOrder, { params: { id } }, timeoutMs);
