import 'server-only';
import { basketApi, type DraftOrderQueryInput } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { getDraftOrder, listDraftOrders } = basketApi.routes;

export const readDraftOrders = (query: DraftOrderQueryInput) => readGateway(listDraftOrders, { query });

export const readDraftOrder = (id: string) => readGateway(getDraftOrder, { params: { id } });
