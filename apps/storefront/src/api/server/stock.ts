import 'server-only';
import { catalogApi, type StockQuery } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { listStock, readStockJournal } = catalogApi.routes;

export const readStock = (query: StockQuery) => readGateway(listStock, { query });

export const readJournal = (itemId: number, page: number) =>
  readGateway(readStockJournal, { params: { itemId }, query: { page, pageSize: 25 } });
