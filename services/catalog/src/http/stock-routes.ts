import { ok, type Api } from '@quayside/http';
import type { StockRoom } from '../usecases/stock-room.ts';
import { actorOf } from './actor-of.ts';
import { contract } from './contract.ts';

/** Stock as staff count, receive and watch it. */
export const serveStock = (api: Api, { stock }: { stock: StockRoom }): void =>
  api.serve(contract, {
    listStock: async ({ query }) => ok(await stock.list(query)),
    receiveDelivery: async ({ body, principal }) =>
      ok({ items: await stock.receive(body, actorOf(principal)) }),
    readStockJournal: async ({ params, query }) => ok(await stock.journal(params.itemId, query)),
    setStockThreshold: async ({ params, body, principal }) =>
      ok(await stock.setThreshold(params.itemId, body.lowThreshold, actorOf(principal))),
  });
