import { z } from 'zod';
import { ifMatch } from '../shared/headers.ts';
import { wholeNumber } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';
import { adminBrand, adminBrandPage, brandId, brandListQuery, brandUpdate, newBrand } from './brands.ts';

const brands = '/api/v1/admin/catalog/brands';
const one = `${brands}/:id` as const;
const byId = z.strictObject({ id: wholeNumber(brandId) });

export const brandProblems = {
  'brand-not-found': { status: 404, title: 'No such brand' },
  'brand-in-use': { status: 409, title: 'Products are of this brand' },
} as const;

/** Brands as staff see them. */
export const brandRoutes = {
  listAdminBrands: defineRoute({
    method: 'get',
    path: brands,
    summary: 'Brands, searched, filtered and sorted, with how many products are of each',
    audience: 'merchandiser',
    query: brandListQuery,
    answers: { 200: { description: 'One page of brands', schema: adminBrandPage } },
    problems: ['catalog-unavailable'],
  }),
  createBrand: defineRoute({
    method: 'post',
    path: brands,
    summary: 'A new brand',
    audience: 'merchandiser',
    body: newBrand,
    answers: { 201: { description: 'The brand, with its ETag', schema: adminBrand } },
    problems: ['slug-taken', 'catalog-unavailable'],
  }),
  getBrand: defineRoute({
    method: 'get',
    path: one,
    summary: 'One brand, with the ETag to change it by',
    audience: 'merchandiser',
    params: byId,
    answers: { 200: { description: 'The brand', schema: adminBrand } },
    problems: ['brand-not-found', 'catalog-unavailable'],
  }),
  changeBrand: defineRoute({
    method: 'put',
    path: one,
    summary: 'Change a brand; absent fields stay. A 412 carries the brand as it is now as `current`',
    audience: 'merchandiser',
    params: byId,
    headers: ifMatch,
    body: brandUpdate,
    answers: { 200: { description: 'The brand as it is now, with its new ETag', schema: adminBrand } },
    problems: ['brand-not-found', 'stale-version', 'slug-taken', 'catalog-unavailable'],
  }),
  deleteBrand: defineRoute({
    method: 'delete',
    path: one,
    summary: 'Delete a brand that no product is of',
    audience: 'merchandiser',
    params: byId,
    headers: ifMatch,
    answers: { 204: { description: 'It is gone' } },
    problems: ['brand-not-found', 'brand-in-use', 'stale-version', 'catalog-unavailable'],
  }),
};
