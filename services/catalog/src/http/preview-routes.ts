import { ok, type Api } from '@quayside/http';
import type { Previews } from '../usecases/previews.ts';
import { contract } from './contract.ts';

/** What the shop would show of a product, which nothing on the way may keep. */
export const servePreviews = (api: Api, { previews }: { previews: Previews }): void =>
  api.serve(contract, {
    createPreview: async ({ params: { id } }) => {
      const { token, expiresAt } = await previews.link(id);
      return ok({ path: `/preview/${token}`, expiresAt });
    },
    readPreview: async ({ params: { token } }) =>
      ok(await previews.open(token), { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }),
  });
