import { noContent, ok, type Api } from '@quayside/http';
import type { StockRequests } from '../usecases/stock-requests.ts';
import { contract } from './contract.ts';

const noStore = { 'cache-control': 'no-store' };

/** Who wants to be told when a sold-out item is back. */
export const serveStockRequests = (api: Api, { requests }: { requests: StockRequests }): void =>
  api.serve(contract, {
    listStockRequests: async ({ principal }) => {
      const asked = await requests.of(principal.id);
      return ok(
        { items: asked.map(({ item, askedAt }) => ({ item, askedAt: askedAt.toISOString() })) },
        noStore,
      );
    },
    requestStock: async ({ principal, params: { itemId } }) => {
      await requests.ask(principal.id, itemId);
      return noContent();
    },
    withdrawStockRequest: async ({ principal, params: { itemId } }) => {
      await requests.withdraw(principal.id, itemId);
      return noContent();
    },
    requestStockAsGuest: async ({ body: { itemId, email, locale = 'en' } }) => {
      await requests.askAsGuest({ itemId, email, locale });
      return noContent();
    },
    confirmStockRequest: async ({ body: { link } }) => ok({ item: await requests.confirm(link) }, noStore),
    endStockRequests: async ({ body: { link } }) => {
      await requests.end(link);
      return noContent();
    },
  });
