import { z } from 'zod';
import { ifMatch } from '../shared/headers.ts';
import { wholeNumber } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';
import {
  adminCategory,
  categoryId,
  categoryPlace,
  categoryTree,
  categoryUpdate,
  newCategory,
} from './categories.ts';

const categories = '/api/v1/admin/catalog/categories';
const one = `${categories}/:id` as const;
const byId = z.strictObject({ id: wholeNumber(categoryId) });
const asItIs = {
  200: { description: 'The category as it is now, with its new ETag', schema: adminCategory },
} as const;

export const categoryProblems = {
  'category-not-found': { status: 404, title: 'No such category' },
  'parent-not-found': { status: 422, title: 'The category to put it in is not there' },
  'category-in-use': { status: 409, title: 'Products or other categories are in it' },
  'category-cycle': { status: 409, title: 'A category cannot be inside itself' },
} as const;

/** The tree of categories as staff see and order it. */
export const categoryRoutes = {
  listAdminCategories: defineRoute({
    method: 'get',
    path: categories,
    summary: 'The whole tree of categories',
    audience: 'merchandiser',
    answers: { 200: { description: 'The tree', schema: categoryTree } },
    problems: ['catalog-unavailable'],
  }),
  createCategory: defineRoute({
    method: 'post',
    path: categories,
    summary: 'A new category, the last one where it is put',
    audience: 'merchandiser',
    body: newCategory,
    answers: { 201: { description: 'The category, with its ETag', schema: adminCategory } },
    problems: ['slug-taken', 'parent-not-found', 'catalog-unavailable'],
  }),
  getCategory: defineRoute({
    method: 'get',
    path: one,
    summary: 'One category, with the ETag to change it by',
    audience: 'merchandiser',
    params: byId,
    answers: { 200: { description: 'The category', schema: adminCategory } },
    problems: ['category-not-found', 'catalog-unavailable'],
  }),
  changeCategory: defineRoute({
    method: 'put',
    path: one,
    summary: 'Change a category; absent fields stay. A 412 carries the category as it is now as `current`',
    audience: 'merchandiser',
    params: byId,
    headers: ifMatch,
    body: categoryUpdate,
    answers: asItIs,
    problems: ['category-not-found', 'stale-version', 'slug-taken', 'catalog-unavailable'],
  }),
  moveCategory: defineRoute({
    method: 'put',
    path: `${one}/place`,
    summary: 'Move a category, with all that is in it, to another place of the tree',
    audience: 'merchandiser',
    params: byId,
    headers: ifMatch,
    body: categoryPlace,
    answers: asItIs,
    problems: [
      'category-not-found',
      'parent-not-found',
      'category-cycle',
      'stale-version',
      'catalog-unavailable',
    ],
  }),
  deleteCategory: defineRoute({
    method: 'delete',
    path: one,
    summary: 'Delete a category that nothing is in',
    audience: 'merchandiser',
    params: byId,
    headers: ifMatch,
    answers: { 204: { description: 'It is gone' } },
    problems: ['category-not-found', 'category-in-use', 'stale-version', 'catalog-unavailable'],
  }),
};
