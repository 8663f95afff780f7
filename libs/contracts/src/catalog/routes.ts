import { z } from 'zod';
import { defineApi } from '../shared/api.ts';
import { auditPage, auditQuery } from '../shared/audit.ts';
import { ifMatch } from '../shared/headers.ts';
import { itemId, wholeNumber } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';
import { bulkProblems, bulkRoutes } from './bulk-routes.ts';
import { importMappingProblems, importMappingRoutes } from './import-mappings.ts';
import { importProblems, importRoutes } from './import-routes.ts';
import { categoryProblems, categoryRoutes } from './category-routes.ts';
import { feedRoutes } from './feed-routes.ts';
import { brandProblems, brandRoutes } from './brand-routes.ts';
import { productAdminProblems, productAdminRoutes } from './product-admin-routes.ts';
import { previewProblems, previewRoutes } from './previews.ts';
import { priceChangeRoutes } from './price-changes.ts';
import { productCards, productCardsQuery } from './product-cards.ts';
import { productPages, productPagesQuery } from './product-pages.ts';
import { questionProblems, questionRoutes } from './question-routes.ts';
import { reviewProblems, reviewRoutes } from './review-routes.ts';
import { stockProblems, stockRoutes } from './stock-routes.ts';
import { stockTakeProblems, stockTakeRoutes } from './stock-take-routes.ts';
import { synonymProblems, synonymRoutes } from './synonyms.ts';
import { wordProblems, wordRoutes } from './words.ts';
import { brandList, itemTypeList, typeTree } from './brands-and-types.ts';
import { catalogItem, itemListQuery, itemPage, itemUpdate, stockAdjustment } from './items.ts';
import { product, productQuery, screenQuery } from './product.ts';
import { productList, productListQuery, suggestionQuery, suggestions } from './product-list.ts';
import { slug } from './slugs.ts';

const items = '/api/v1/catalog/items';
const byId = z.strictObject({ id: wholeNumber(itemId) });

const pictureAnswers = {
  200: { description: 'The picture', contentType: 'image/webp' },
  304: { description: 'The caller has it already' },
} as const;

export const catalogApi = defineApi({
  name: 'catalog',
  title: 'Catalog',
  problems: {
    'item-not-found': { status: 404, title: 'No such item' },
    'product-not-found': { status: 404, title: 'No such product' },
    'currency-not-sold': { status: 422, title: 'The item is not sold in that currency' },
    'picture-not-found': { status: 404, title: 'No such picture' },
    forbidden: { status: 403, title: 'Only admins see inactive items' },
    'stale-version': { status: 412, title: 'Somebody changed it meanwhile' },
    'slug-taken': { status: 409, title: 'The slug is taken' },
    ...brandProblems,
    ...categoryProblems,
    ...productAdminProblems,
    ...bulkProblems,
    ...importProblems,
    ...importMappingProblems,
    ...stockProblems,
    ...stockTakeProblems,
    ...synonymProblems,
    ...wordProblems,
    ...questionProblems,
    ...reviewProblems,
    ...previewProblems,
    'stock-below-reserved': { status: 409, title: 'Not that many can be taken away' },
    'stock-too-large': { status: 422, title: 'More than the ledger can count' },
    'nothing-reserved': { status: 409, title: 'The order holds no reservation' },
    'catalog-unavailable': { status: 503, title: 'The catalog is out of reach right now', retryAfter: 1 },
  },
  routes: {
    listItems: defineRoute({
      method: 'get',
      path: items,
      summary: 'List items, what is sold of products, filtered and sorted',
      audience: 'public',
      costs: 'search',
      showsMoreTo: 'merchandiser',
      query: itemListQuery,
      answers: { 200: { description: 'One page of items', schema: itemPage } },
      problems: ['forbidden', 'catalog-unavailable'],
    }),
    findItem: defineRoute({
      method: 'get',
      path: `${items}/:idOrSlug`,
      summary: 'One item by id or slug; an inactive one for admins only',
      audience: 'public',
      showsMoreTo: 'merchandiser',
      params: z.strictObject({ idOrSlug: z.union([wholeNumber(itemId), slug]) }),
      answers: { 200: { description: 'The item, with its ETag', schema: catalogItem } },
      problems: ['item-not-found', 'catalog-unavailable'],
    }),
    listProducts: defineRoute({
      method: 'get',
      path: '/api/v1/catalog/products',
      summary: 'List products, filtered, sorted and counted by every facet',
      audience: 'public',
      costs: 'search',
      query: productListQuery,
      answers: { 200: { description: 'One page of products', schema: productList } },
      problems: ['catalog-unavailable'],
    }),
    suggest: defineRoute({
      method: 'get',
      path: '/api/v1/catalog/suggestions',
      summary: 'A few products, categories and brands for a search that is still being typed',
      audience: 'public',
      costs: 'search',
      query: suggestionQuery,
      answers: { 200: { description: 'What may be meant', schema: suggestions } },
      problems: ['catalog-unavailable'],
    }),
    findProduct: defineRoute({
      method: 'get',
      path: '/api/v1/catalog/products/:slug',
      summary: 'One product with all its variants, by its slug in any language or one it had before',
      audience: 'public',
      params: z.strictObject({ slug }),
      query: productQuery,
      answers: { 200: { description: 'The product, with its ETag', schema: product } },
      problems: ['product-not-found', 'catalog-unavailable'],
    }),
    listCards: defineRoute({
      method: 'get',
      path: '/api/v1/catalog/product-cards',
      summary:
        'Products by their ids, as lists show them, in the order asked for; what is not sold is left out',
      audience: 'public',
      query: productCardsQuery,
      answers: { 200: { description: 'Those that are sold', schema: productCards } },
      problems: ['catalog-unavailable'],
    }),
    listBoughtTogether: defineRoute({
      method: 'get',
      path: '/api/v1/catalog/products/:slug/bought-together',
      summary: 'What is often in one order with a product and can be had, four at most',
      audience: 'public',
      params: z.strictObject({ slug }),
      query: screenQuery,
      answers: {
        200: { description: 'The products; none where orders say too little', schema: productCards },
      },
      problems: ['catalog-unavailable'],
    }),
    listProductPages: defineRoute({
      method: 'get',
      path: '/api/v1/catalog/product-pages',
      summary: 'Every product that has a page, in parts, for a sitemap',
      audience: 'public',
      costs: 'search',
      query: productPagesQuery,
      answers: { 200: { description: 'A part of them', schema: productPages } },
      problems: ['catalog-unavailable'],
    }),
    listBrands: defineRoute({
      method: 'get',
      path: '/api/v1/catalog/brands',
      summary: 'All brands by name',
      audience: 'public',
      answers: { 200: { description: 'All brands', schema: brandList } },
      problems: ['catalog-unavailable'],
    }),
    listTypes: defineRoute({
      method: 'get',
      path: '/api/v1/catalog/types',
      summary: 'The categories at the top of the tree, by name',
      audience: 'public',
      query: productQuery,
      deprecated: { since: '2026-11-28', sunset: '2027-11-30', successor: '/api/v2/catalog/types' },
      answers: { 200: { description: 'All types', schema: itemTypeList } },
      problems: ['catalog-unavailable'],
    }),
    listTypesInTree: defineRoute({
      method: 'get',
      path: '/api/v2/catalog/types',
      summary: 'All categories in the order of the shop, each with the one it is in',
      audience: 'public',
      query: productQuery,
      answers: { 200: { description: 'The tree, each category after the one it is in', schema: typeTree } },
      problems: ['catalog-unavailable'],
    }),
    findPicture: defineRoute({
      method: 'get',
      path: `${items}/:id/picture`,
      summary: 'The picture of an item',
      audience: 'public',
      costs: 'asset',
      params: byId,
      query: z.strictObject({ v: z.string().max(64).optional() }),
      answers: pictureAnswers,
      problems: ['picture-not-found', 'catalog-unavailable'],
    }),
    findImage: defineRoute({
      method: 'get',
      path: '/api/v1/catalog/images/:hash',
      summary: 'A picture of a product, by the hash of its content',
      audience: 'public',
      costs: 'asset',
      params: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{16}$/) }),
      query: z.strictObject({ w: z.enum(['400', '800', '1600']).optional() }),
      answers: pictureAnswers,
      problems: ['picture-not-found', 'catalog-unavailable'],
    }),
    changeItem: defineRoute({
      method: 'put',
      path: `${items}/:id`,
      summary: 'Change name, description, price or visibility; absent fields stay',
      audience: 'merchandiser',
      params: byId,
      headers: ifMatch,
      body: itemUpdate,
      answers: { 200: { description: 'The item as it is now, with its new ETag', schema: catalogItem } },
      problems: ['item-not-found', 'stale-version', 'currency-not-sold', 'catalog-unavailable'],
    }),
    adjustStock: defineRoute({
      method: 'post',
      path: `${items}/:id/stock-adjustments`,
      summary: 'Book a delivery (positive) or a loss (negative) with its reason',
      audience: 'merchandiser',
      keyScope: 'stock:write',
      params: byId,
      body: stockAdjustment,
      answers: { 200: { description: 'The item with its stock as it is now', schema: catalogItem } },
      problems: ['item-not-found', 'stock-below-reserved', 'stock-too-large', 'catalog-unavailable'],
    }),
    ...brandRoutes,
    ...categoryRoutes,
    ...productAdminRoutes,
    ...feedRoutes,
    ...priceChangeRoutes,
    ...previewRoutes,
    ...bulkRoutes,
    ...importRoutes,
    ...importMappingRoutes,
    ...stockRoutes,
    ...stockTakeRoutes,
    ...synonymRoutes,
    ...wordRoutes,
    ...questionRoutes,
    ...reviewRoutes,
    readCatalogAudit: defineRoute({
      method: 'get',
      path: '/api/v1/admin/catalog/audit',
      summary: 'Who of the staff changed what, the newest first',
      audience: 'merchandiser',
      query: auditQuery,
      answers: { 200: { description: 'A part of the audit log', schema: auditPage } },
      problems: ['catalog-unavailable'],
    }),
  },
});
