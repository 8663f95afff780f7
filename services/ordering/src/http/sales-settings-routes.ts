import { salesSettings, salesSettingsUpdate } from '@quayside/contracts';
import { etagOf, ok, requireIfMatch, type Api } from '@quayside/http';
import { z } from 'zod';
import type { ChangeSalesSettings } from '../usecases/change-sales-settings.ts';
import type { SalesSettingsStore } from '../usecases/sales-settings-store.ts';
import { salesSettingsProblems } from './problems.ts';

const path = '/api/v1/sales-settings';
const tags = ['sales settings'];
const auth = { roles: ['admin'], scope: 'admin' } as const;

/** Who is sold to, in which currencies, at which taxes and shipping prices: read and replaced as a whole. */
export const routeSalesSettings = (
  api: Api,
  { store, changeSalesSettings }: { store: SalesSettingsStore; changeSalesSettings: ChangeSalesSettings },
): void => {
  api.route({
    method: 'get',
    path,
    summary: 'The sales settings, with the ETag to change them by',
    tags,
    auth,
    responses: { 200: { description: 'The sales settings', schema: salesSettings } },
    problems: ['orders-unavailable'],
    handler: async () => {
      const found = await store.read();
      return ok(found, { etag: etagOf(found.version) });
    },
  });

  api.route({
    method: 'put',
    path,
    summary: 'Replace the sales settings; refused when some order could not be priced by them',
    tags,
    auth,
    headers: z.object({ 'if-match': z.string() }),
    body: salesSettingsUpdate,
    responses: { 200: { description: 'The sales settings, with their new ETag', schema: salesSettings } },
    problems: ['stale-version', 'orders-unavailable', ...salesSettingsProblems],
    handler: async ({ body, req }) => {
      const changed = await changeSalesSettings(body, requireIfMatch(req.headers));
      return ok(changed, { etag: etagOf(changed.version) });
    },
  });
};
