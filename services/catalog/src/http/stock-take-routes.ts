import { etagOf } from '@quayside/contracts';
import { created, noContent, ok, type Api } from '@quayside/http';
import type { StockTakes } from '../usecases/stock-takes.ts';
import { actorOf } from './actor-of.ts';
import { contract } from './contract.ts';

/** The shelf is counted, and what differs is booked. */
export const serveStockTakes = (api: Api, { takes }: { takes: StockTakes }): void =>
  api.serve(contract, {
    listStockTakes: async ({ query }) => ok(await takes.list(query)),
    createStockTake: async ({ body: { name, choose }, principal }) => {
      const take = await takes.create(name, choose, actorOf(principal));
      return created(take, `${contract.routes.createStockTake.path}/${take.id}`, {
        etag: etagOf(take.version),
      });
    },
    getStockTake: async ({ params: { id } }) => {
      const take = await takes.find(id);
      return ok(take, { etag: etagOf(take.version) });
    },
    listStockTakeLines: async ({ params: { id }, query }) => ok(await takes.lines(id, query)),
    addStockTakeLines: async ({ params: { id }, body, principal }) => {
      const take = await takes.addLines({ id, by: actorOf(principal) }, body);
      return ok(take, { etag: etagOf(take.version) });
    },
    countStock: async ({ params: { id }, body: { lines, countedAt }, principal }) =>
      ok(
        await takes.count(
          { id, by: actorOf(principal) },
          { lines, ...(countedAt !== undefined && { countedAt: new Date(countedAt) }) },
        ),
      ),
    bookStockTake: async ({ params: { id }, headers, body: { reason }, principal }) => {
      const by = actorOf(principal);
      const take = await takes.book({ id, by, expectedVersion: headers['if-match'] }, reason);
      return ok(take, { etag: etagOf(take.version) });
    },
    deleteStockTake: async ({ params: { id }, headers, principal }) => {
      await takes.remove({ id, by: actorOf(principal), expectedVersion: headers['if-match'] });
      return noContent();
    },
  });
