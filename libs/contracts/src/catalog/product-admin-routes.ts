import { z } from 'zod';
import { ifMatch } from '../shared/headers.ts';
import { wholeNumber } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';
import { adminProduct, adminProductPage, adminProductQuery, attributeList } from './admin-products.ts';
import { newProduct, productId, productStatusChange, productUpdate } from './product-changes.ts';
import { newPictureQuery, pictureUpload } from './product-pictures.ts';

const products = '/api/v1/admin/catalog/products';
const one = `${products}/:id` as const;
const byId = z.strictObject({ id: wholeNumber(productId) });
const asItIs = {
  200: { description: 'The product as it is now, with its new ETag', schema: adminProduct },
} as const;

export const productAdminProblems = {
  'brand-unknown': { status: 422, title: 'There is no such brand' },
  'category-unknown': { status: 422, title: 'There is no such category' },
  'attribute-unfit': { status: 422, title: 'An attribute is not defined, or of another type' },
  'options-unfit': { status: 422, title: 'Variants and options do not fit' },
  'variant-unknown': { status: 422, title: 'The product has no such variant' },
  'variant-in-use': { status: 409, title: 'A variant with a history cannot be removed' },
  'media-unknown': { status: 422, title: 'The product has no such picture' },
  'currency-unknown': { status: 422, title: 'There is no such currency' },
  'price-needed': { status: 422, title: 'A price that others know of cannot be taken away' },
  'sku-taken': { status: 409, title: 'The SKU is taken' },
  'barcode-taken': { status: 409, title: 'The barcode is taken' },
  'picture-unfit': { status: 422, title: 'It is no picture that can be shown' },
  'picture-too-large': { status: 422, title: 'The picture has too many pixels' },
  'too-many-pictures': { status: 409, title: 'The product has as many pictures as it may' },
  'product-not-draft': { status: 409, title: 'Only a draft can be published later' },
  'product-not-sellable': { status: 409, title: 'It cannot be sold as it is' },
} as const;

/** Products as staff see them. */
export const productAdminRoutes = {
  listAdminProducts: defineRoute({
    method: 'get',
    path: products,
    summary: 'Products of any status, searched, filtered and sorted',
    audience: 'merchandiser',
    keyScope: 'catalog:read',
    query: adminProductQuery,
    answers: { 200: { description: 'One page of products', schema: adminProductPage } },
    problems: ['catalog-unavailable'],
  }),
  createProduct: defineRoute({
    method: 'post',
    path: products,
    summary: 'A new product, as a draft',
    audience: 'merchandiser',
    body: newProduct,
    answers: { 201: { description: 'The product, with its ETag', schema: adminProduct } },
    problems: ['slug-taken', 'brand-unknown', 'category-unknown', 'catalog-unavailable'],
  }),
  getAdminProduct: defineRoute({
    method: 'get',
    path: one,
    summary: 'One product with everything of it, why it is not for sale, and the ETag to change it by',
    audience: 'merchandiser',
    keyScope: 'catalog:read',
    params: byId,
    answers: { 200: { description: 'The product', schema: adminProduct } },
    problems: ['product-not-found', 'catalog-unavailable'],
  }),
  changeProduct: defineRoute({
    method: 'put',
    path: one,
    summary: 'Change a product and its variants; absent fields stay. A 412 carries the product as it is now',
    audience: 'merchandiser',
    params: byId,
    headers: ifMatch,
    body: productUpdate,
    answers: asItIs,
    problems: [
      'product-not-found',
      'stale-version',
      'slug-taken',
      'sku-taken',
      'barcode-taken',
      'brand-unknown',
      'category-unknown',
      'attribute-unfit',
      'options-unfit',
      'variant-unknown',
      'variant-in-use',
      'media-unknown',
      'currency-unknown',
      'price-needed',
      'product-not-draft',
      'product-not-sellable',
      'catalog-unavailable',
    ],
  }),
  changeProductStatus: defineRoute({
    method: 'put',
    path: `${one}/status`,
    summary: 'Publish, take out of the shop, archive or restore a product',
    audience: 'merchandiser',
    params: byId,
    headers: ifMatch,
    body: productStatusChange,
    answers: asItIs,
    problems: ['product-not-found', 'stale-version', 'product-not-sellable', 'catalog-unavailable'],
  }),
  addPicture: defineRoute({
    method: 'post',
    path: `${one}/media`,
    summary:
      'One more picture, the last one; it is made anew in the sizes of the shop, without what a camera wrote into it',
    audience: 'merchandiser',
    params: byId,
    query: newPictureQuery,
    upload: pictureUpload,
    answers: asItIs,
    problems: [
      'product-not-found',
      'picture-unfit',
      'picture-too-large',
      'too-many-pictures',
      'catalog-unavailable',
    ],
  }),
  listAttributes: defineRoute({
    method: 'get',
    path: '/api/v1/admin/catalog/attributes',
    summary: 'What products can be described by',
    audience: 'merchandiser',
    answers: { 200: { description: 'All attributes', schema: attributeList } },
    problems: ['catalog-unavailable'],
  }),
};
