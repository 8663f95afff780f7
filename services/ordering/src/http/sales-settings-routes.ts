import { etagOf } from '@quayside/contracts';
import { ok, type Api } from '@quayside/http';
import type { ChangeSalesSettings } from '../usecases/change-sales-settings.ts';
import type { SalesSettingsStore } from '../usecases/sales-settings-store.ts';
import { contract } from './contract.ts';

interface Dependencies {
  store: SalesSettingsStore;
  changeSalesSettings: ChangeSalesSettings;
}

/** Who is sold to, in which currencies, at which taxes and shipping prices: read and replaced as a whole. */
export const serveSalesSettings = (api: Api, { store, changeSalesSettings }: Dependencies): void =>
  api.serve(contract, {
    getSalesSettings: async () => {
      const found = await store.read();
      return ok(found, { etag: etagOf(found.version) });
    },
    replaceSalesSettings: async ({ body, headers, principal: { id, name } }) => {
      const changed = await changeSalesSettings(body, headers['if-match'], { id, name });
      return ok(changed, { etag: etagOf(changed.version) });
    },
  });
