import { basketApi } from '@quayside/contracts';
import type { SalesSettings } from '@quayside/contracts/money';
import { ok, type Api } from '@quayside/http';
import type { ChooseTerms } from '../usecases/choose-terms.ts';
import { basketBody } from './basket-body.ts';
import { ownerOf } from './owner-of.ts';
import { regionsBody } from './regions-body.ts';

interface Dependencies {
  chooseTerms: ChooseTerms;
  readSettings: () => Promise<SalesSettings>;
}

/** Where the shop sells to, and where, how and in which currency a basket is to go. */
export const serveTerms = (api: Api, { chooseTerms, readSettings }: Dependencies): void =>
  api.serve(basketApi, {
    chooseTerms: async ({ principal, body }) =>
      ok(basketBody(await chooseTerms(ownerOf(principal), body)), { 'cache-control': 'no-store' }),
    listSalesRegions: async () =>
      ok(regionsBody(await readSettings()), { 'cache-control': 'public, max-age=60' }),
  });
