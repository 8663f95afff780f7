import {
  brandList,
  catalogItem,
  itemId,
  itemListQuery,
  itemPage,
  itemTypeList,
  product,
  productQuery,
  slug,
  wholeNumber,
} from '@quayside/contracts';
import { etagOf, ok, ProblemError, principalIfAny, type Api, type TokenVerifier } from '@quayside/http';
import type { Request } from 'express';
import { z } from 'zod';
import { ItemNotFound, ProductNotFound } from '../domain/errors.ts';
import type { CatalogReads } from '../usecases/catalog-reads.ts';
import { rendered } from './rendered.ts';

const base = '/api/v1/catalog';
const tags = ['catalog'];

/** Everything anybody may read. The token is looked at only where the answer depends on it. */
export const mountBrowseRoutes = (
  api: Api,
  { reads, auth }: { reads: CatalogReads; auth: TokenVerifier },
): void => {
  const isAdmin = async (req: Request): Promise<boolean> => {
    const principal = await principalIfAny(req, auth);
    return (
      principal !== undefined && [principal.roles, principal.scopes].every((may) => may.includes('admin'))
    );
  };

  api.route({
    method: 'get',
    path: `${base}/items`,
    summary: 'List items, filtered, sorted and counted by brand and type',
    tags,
    auth: 'none',
    query: itemListQuery,
    responses: { 200: { description: 'One page of items', schema: itemPage } },
    problems: ['catalog-unavailable'],
    handler: async ({ query, req }) => {
      if (query.includeInactive && !(await isAdmin(req))) {
        throw new ProblemError({ status: 403, code: 'forbidden', title: 'Only admins see inactive items' });
      }
      return ok(rendered(await reads.listItems(query)));
    },
  });

  api.route({
    method: 'get',
    path: `${base}/items/:idOrSlug`,
    summary: 'One item by id or slug; an inactive one for admins only',
    tags,
    auth: 'none',
    params: z.strictObject({ idOrSlug: z.union([wholeNumber(itemId), slug]) }),
    responses: { 200: { description: 'The item, with its ETag', schema: catalogItem } },
    problems: ['item-not-found', 'catalog-unavailable'],
    handler: async ({ params: { idOrSlug }, req }) => {
      const item = await reads.findItem(idOrSlug);
      if (!item || (!item.active && !(await isAdmin(req)))) throw new ItemNotFound(idOrSlug);
      return ok(rendered(item), { etag: etagOf(item.version) });
    },
  });

  api.route({
    method: 'get',
    path: `${base}/products/:slug`,
    summary: 'One product with all its variants, by its slug or one it had before',
    tags,
    auth: 'none',
    params: z.strictObject({ slug }),
    query: productQuery,
    responses: { 200: { description: 'The product, with its ETag', schema: product } },
    problems: ['product-not-found', 'catalog-unavailable'],
    handler: async ({ params, query }) => {
      const found = await reads.findProduct(params.slug, query.language);
      if (!found) throw new ProductNotFound(params.slug);
      return ok(rendered(found), { etag: etagOf(found.version) });
    },
  });

  api.route({
    method: 'get',
    path: `${base}/brands`,
    summary: 'All brands by name',
    tags,
    auth: 'none',
    responses: { 200: { description: 'All brands', schema: brandList } },
    problems: ['catalog-unavailable'],
    handler: async () => ok({ items: await reads.listBrands() }),
  });

  api.route({
    method: 'get',
    path: `${base}/types`,
    summary: 'All item types by name',
    tags,
    auth: 'none',
    responses: { 200: { description: 'All types', schema: itemTypeList } },
    problems: ['catalog-unavailable'],
    handler: async () => ok({ items: await reads.listTypes() }),
  });
};
