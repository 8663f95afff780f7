import { z } from 'zod';
import { defineRoute } from '../shared/route.ts';
import {
  importChoice,
  importFaultPage,
  importFaultQuery,
  importListQuery,
  importMend,
  importReading,
  importUpload,
  newImportQuery,
  productImport,
  productImportPage,
  workbookType,
} from './imports.ts';
import { productFilter } from './admin-products.ts';

const imports = '/api/v1/admin/catalog/imports';
const one = `${imports}/:id` as const;
const byId = z.strictObject({ id: z.uuid() });
const taken = {
  202: { description: 'The import, and where it can be read', schema: productImport },
} as const;

export const importProblems = {
  'import-not-found': { status: 404, title: 'No such import' },
  'import-file-unfit': { status: 422, title: 'The file cannot be read as a table' },
  'import-busy': { status: 409, title: 'The import is at it already' },
  'import-not-ready': { status: 409, title: 'The import has nothing to run' },
} as const;

/** Files with products: uploaded, checked as a whole, and run as a job. */
export const importRoutes = {
  exportProducts: defineRoute({
    method: 'get',
    path: '/api/v1/admin/catalog/products.csv',
    summary: 'Products as a file, a row for each variant; an import takes it back as it is',
    audience: 'merchandiser',
    query: z.strictObject(productFilter),
    answers: { 200: { description: 'The products that the filters find', contentType: 'text/csv' } },
    problems: ['catalog-unavailable'],
  }),
  exportProductsAsWorkbook: defineRoute({
    method: 'get',
    path: '/api/v1/admin/catalog/products.xlsx',
    summary: 'The same as a workbook, which an import takes back too',
    audience: 'merchandiser',
    query: z.strictObject(productFilter),
    answers: { 200: { description: 'The products that the filters find', contentType: workbookType } },
    problems: ['catalog-unavailable'],
  }),
  getImportSample: defineRoute({
    method: 'get',
    path: '/api/v1/admin/catalog/import-sample.csv',
    summary: 'A file to begin with, in the columns of the export',
    audience: 'merchandiser',
    answers: { 200: { description: 'A product of two variants', contentType: 'text/csv' } },
  }),
  listImports: defineRoute({
    method: 'get',
    path: imports,
    summary: 'Imports, the newest first',
    audience: 'merchandiser',
    query: importListQuery,
    answers: { 200: { description: 'One page of imports', schema: productImportPage } },
    problems: ['catalog-unavailable'],
  }),
  uploadImport: defineRoute({
    method: 'post',
    path: imports,
    summary:
      'A file with products, CSV or XLSX; its encoding, delimiter, format and columns are guessed, nothing is imported yet',
    audience: 'merchandiser',
    query: newImportQuery,
    upload: importUpload,
    answers: { 201: { description: 'The import', schema: productImport } },
    problems: ['import-file-unfit', 'catalog-unavailable'],
  }),
  getImport: defineRoute({
    method: 'get',
    path: one,
    summary: 'How far an import is',
    audience: 'merchandiser',
    params: byId,
    answers: { 200: { description: 'The import', schema: productImport } },
    problems: ['import-not-found', 'catalog-unavailable'],
  }),
  readImportAnew: defineRoute({
    method: 'put',
    path: `${one}/reading`,
    summary: 'Read the columns of a file in another encoding, by another delimiter, or of another sheet',
    audience: 'merchandiser',
    params: byId,
    body: importReading,
    answers: { 200: { description: 'The import, its columns guessed anew', schema: productImport } },
    problems: ['import-not-found', 'import-busy', 'import-file-unfit', 'catalog-unavailable'],
  }),
  checkImport: defineRoute({
    method: 'post',
    path: `${one}/check`,
    summary: 'Read the whole file by these settings and find every fault; nothing is imported',
    audience: 'merchandiser',
    params: byId,
    body: importChoice,
    answers: taken,
    problems: ['import-not-found', 'import-busy', 'import-not-ready', 'catalog-unavailable'],
  }),
  mendImport: defineRoute({
    method: 'put',
    path: `${one}/cells`,
    summary: 'Write cells anew, and check again',
    audience: 'merchandiser',
    params: byId,
    body: importMend,
    answers: taken,
    problems: ['import-not-found', 'import-busy', 'import-not-ready', 'catalog-unavailable'],
  }),
  listImportFaults: defineRoute({
    method: 'get',
    path: `${one}/faults`,
    summary: 'What is wrong with a file, by row and column',
    audience: 'merchandiser',
    params: byId,
    query: importFaultQuery,
    answers: { 200: { description: 'One page of faults', schema: importFaultPage } },
    problems: ['import-not-found', 'catalog-unavailable'],
  }),
  exportImportFaults: defineRoute({
    method: 'get',
    path: `${one}/faults.csv`,
    summary: 'The same as a file',
    audience: 'merchandiser',
    params: byId,
    answers: { 200: { description: 'A line for each fault', contentType: 'text/csv' } },
    problems: ['import-not-found', 'catalog-unavailable'],
  }),
  runImport: defineRoute({
    method: 'post',
    path: `${one}/run`,
    summary: 'Put what is without fault into the catalog, as a job; asked again, what failed is done again',
    audience: 'merchandiser',
    params: byId,
    answers: taken,
    problems: ['import-not-found', 'import-busy', 'import-not-ready', 'catalog-unavailable'],
  }),
};
