import { etagOf } from '@quayside/contracts';
import { isOf, ok, ProblemError, type Api, type Principal } from '@quayside/http';
import { ItemNotFound, ProductNotFound } from '../domain/errors.ts';
import type { CatalogReads } from '../usecases/catalog-reads.ts';
import { contract } from './contract.ts';
import { rendered } from './rendered.ts';

type Caller = () => Promise<Principal | undefined>;

/** The token is looked at only where the answer depends on it. */
const keepsCatalog = async (caller: Caller): Promise<boolean> => {
  const principal = await caller();
  return principal !== undefined && isOf('merchandiser', principal);
};

/** Everything anybody may read. */
export const serveBrowsing = (api: Api, { reads }: { reads: CatalogReads }): void =>
  api.serve(contract, {
    listItems: async ({ query, caller }) => {
      if (query.includeInactive && !(await keepsCatalog(caller))) {
        throw new ProblemError({
          status: 403,
          code: 'forbidden',
          title: 'Only staff who keep the catalog see inactive items',
        });
      }
      return ok(rendered(await reads.listItems(query)));
    },
    findItem: async ({ params: { idOrSlug }, caller }) => {
      const item = await reads.findItem(idOrSlug);
      if (!item || (!item.active && !(await keepsCatalog(caller)))) throw new ItemNotFound(idOrSlug);
      return ok(rendered(item), { etag: etagOf(item.version) });
    },
    listProducts: async ({ query }) => ok(await reads.listProducts(query)),
    listCards: async ({ query }) => ok({ items: await reads.cards(query.ids, query) }),
    listBoughtTogether: async ({ params, query }) =>
      ok({ items: await reads.boughtWith(params.slug, query) }),
    suggest: async ({ query }) => ok(await reads.suggest(query)),
    findProduct: async ({ params, query }) => {
      const found = await reads.findProduct(params.slug, query.language);
      if (!found) throw new ProductNotFound(params.slug);
      return ok(rendered(found), { etag: etagOf(found.version) });
    },
    listProductPages: async ({ query }) => ok(await reads.listProductPages(query.part ?? 1)),
    listBrands: async () => ok({ items: await reads.listBrands() }),
    listTypes: async ({ query }) => ok({ items: await reads.listTypes(query.language) }),
    listTypesInTree: async ({ query }) => ok({ items: await reads.listTypesInTree(query.language) }),
  });
