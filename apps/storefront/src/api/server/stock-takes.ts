import 'server-only';
import { catalogApi, type StockTakeLineQuery, type StockTakeQuery } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { getStockTake, listStockTakeLines, listStockTakes } = catalogApi.routes;

export const readStockTakes = (query: StockTakeQuery) => readGateway(listStockTakes, { query });

export const readStockTake = (id: string) => readGateway(getStockTake, { params: { id } });

export const readStockTakeLines = (id: string, query: StockTakeLineQuery) =>
  readGateway(listStockTakeLines, { params: { id }, query });
