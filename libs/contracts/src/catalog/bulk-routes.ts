import { z } from 'zod';
import { job, jobPage } from '../shared/job.ts';
import { pageQuery } from '../shared/page.ts';
import { defineRoute } from '../shared/route.ts';
import {
  bulkChange,
  bulkFoundChange,
  bulkFoundPreview,
  bulkFoundPreviewRequest,
  bulkPreview,
  bulkPreviewRequest,
} from './bulk.ts';

const jobs = '/api/v1/admin/catalog/jobs';
const byId = z.strictObject({ id: z.uuid() });
const taken = { 202: { description: 'The job, and where it can be read', schema: job } } as const;

export const bulkProblems = {
  'job-not-found': { status: 404, title: 'No such job' },
  'job-running': { status: 409, title: 'The job is not done yet' },
  'job-not-undoable': { status: 409, title: 'The job cannot be undone' },
  'price-not-positive': { status: 422, title: 'A price would be nothing or less' },
  'nothing-found': { status: 422, title: 'No product is found' },
  'too-many-tags': { status: 422, title: 'The product has as many tags as it may' },
  'changed-since': { status: 409, title: 'It was changed since, by something else' },
} as const;

/** What is done to many products at once, and how far it is. */
export const bulkRoutes = {
  changeManyProducts: defineRoute({
    method: 'post',
    path: '/api/v1/admin/catalog/products/bulk',
    summary: 'Publish, archive, price, tag or move many products as a job',
    audience: 'merchandiser',
    body: bulkChange,
    answers: taken,
    problems: ['category-unknown', 'currency-unknown', 'catalog-unavailable'],
  }),
  changeFoundProducts: defineRoute({
    method: 'post',
    path: '/api/v1/admin/catalog/products/bulk/found',
    summary: 'The same to all products that a filter finds when the job begins',
    audience: 'merchandiser',
    body: bulkFoundChange,
    answers: taken,
    problems: ['nothing-found', 'category-unknown', 'currency-unknown', 'catalog-unavailable'],
  }),
  previewFoundProducts: defineRoute({
    method: 'post',
    path: '/api/v1/admin/catalog/products/bulk/found/preview',
    summary:
      'What such a job would do to all of them, and to the first of them one by one; nothing is changed',
    audience: 'merchandiser',
    body: bulkFoundPreviewRequest,
    answers: { 200: { description: 'How many would change, and how', schema: bulkFoundPreview } },
    problems: ['category-unknown', 'currency-unknown', 'catalog-unavailable'],
  }),
  previewManyProducts: defineRoute({
    method: 'post',
    path: '/api/v1/admin/catalog/products/bulk/preview',
    summary: 'What such a job would do, product by product; nothing is changed',
    audience: 'merchandiser',
    body: bulkPreviewRequest,
    answers: { 200: { description: 'Each product as it would become', schema: bulkPreview } },
    problems: ['category-unknown', 'currency-unknown', 'catalog-unavailable'],
  }),
  listCatalogJobs: defineRoute({
    method: 'get',
    path: jobs,
    summary: 'Jobs of the catalog, the newest first',
    audience: 'merchandiser',
    query: z.strictObject(pageQuery),
    answers: { 200: { description: 'One page of jobs', schema: jobPage } },
    problems: ['catalog-unavailable'],
  }),
  getCatalogJob: defineRoute({
    method: 'get',
    path: `${jobs}/:id`,
    summary: 'How far a job is, and what of it failed',
    audience: 'merchandiser',
    params: byId,
    answers: { 200: { description: 'The job', schema: job } },
    problems: ['job-not-found', 'catalog-unavailable'],
  }),
  retryCatalogJob: defineRoute({
    method: 'post',
    path: `${jobs}/:id/retry`,
    summary: 'Do again what of it failed',
    audience: 'merchandiser',
    params: byId,
    answers: taken,
    problems: ['job-not-found', 'catalog-unavailable'],
  }),
  undoCatalogJob: defineRoute({
    method: 'post',
    path: `${jobs}/:id/undo`,
    summary: 'A job that makes what this one changed what it was before; what was changed since stays',
    audience: 'merchandiser',
    params: byId,
    answers: taken,
    problems: ['job-not-found', 'job-running', 'job-not-undoable', 'catalog-unavailable'],
  }),
};
