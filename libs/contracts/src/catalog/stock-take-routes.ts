import { z } from 'zod';
import { ifMatch } from '../shared/headers.ts';
import { defineRoute } from '../shared/route.ts';
import {
  newStockTake,
  stockCounted,
  stockCounts,
  stockTake,
  stockTakeBooking,
  stockTakeChoice,
  stockTakeId,
  stockTakeLinePage,
  stockTakeLineQuery,
  stockTakePage,
  stockTakeQuery,
} from './stock-takes.ts';

const takes = '/api/v1/admin/catalog/stock-takes';
const one = `${takes}/:id` as const;
const byId = z.strictObject({ id: stockTakeId });
const asItIsNow = { description: 'The sheet as it is now, with its new ETag', schema: stockTake };

export const stockTakeProblems = {
  'stock-take-not-found': { status: 404, title: 'No such count sheet' },
  'stock-take-booked': { status: 409, title: 'The count is booked already' },
  'stock-take-too-large': { status: 422, title: 'More than one sheet holds' },
  'nothing-chosen': { status: 422, title: 'There is nothing of that to count' },
  'nothing-counted': { status: 422, title: 'Nothing on the sheet is counted yet' },
  'counted-at-unfit': { status: 422, title: 'A count is of the last seven days' },
  'count-below-reserved': { status: 409, title: 'Orders have reserved more than was counted' },
} as const;

/** The shelf is counted while sales go on. */
export const stockTakeRoutes = {
  listStockTakes: defineRoute({
    method: 'get',
    path: takes,
    summary: 'Count sheets, the newest first',
    audience: 'merchandiser',
    query: stockTakeQuery,
    answers: { 200: { description: 'One page of sheets', schema: stockTakePage } },
    problems: ['catalog-unavailable'],
  }),
  createStockTake: defineRoute({
    method: 'post',
    path: takes,
    summary: 'A new count sheet of variants by category, by a search, or by SKUs and barcodes',
    audience: 'merchandiser',
    body: newStockTake,
    answers: { 201: { description: 'The sheet, with its ETag', schema: stockTake } },
    problems: ['skus-unknown', 'nothing-chosen', 'stock-take-too-large', 'catalog-unavailable'],
  }),
  getStockTake: defineRoute({
    method: 'get',
    path: one,
    summary: 'One count sheet, with the ETag to book it by',
    audience: 'merchandiser',
    params: byId,
    answers: { 200: { description: 'The sheet', schema: stockTake } },
    problems: ['stock-take-not-found', 'catalog-unavailable'],
  }),
  listStockTakeLines: defineRoute({
    method: 'get',
    path: `${one}/lines`,
    summary: 'What is on a sheet: what was counted, what the ledger said then, and what it says now',
    audience: 'merchandiser',
    params: byId,
    query: stockTakeLineQuery,
    answers: { 200: { description: 'One page of lines, by SKU', schema: stockTakeLinePage } },
    problems: ['stock-take-not-found', 'catalog-unavailable'],
  }),
  addStockTakeLines: defineRoute({
    method: 'post',
    path: `${one}/lines`,
    summary: 'Put more variants on a sheet; those that are on it stay as they are',
    audience: 'merchandiser',
    params: byId,
    body: stockTakeChoice,
    answers: { 200: asItIsNow },
    problems: [
      'stock-take-not-found',
      'stock-take-booked',
      'skus-unknown',
      'nothing-chosen',
      'stock-take-too-large',
      'catalog-unavailable',
    ],
  }),
  countStock: defineRoute({
    method: 'put',
    path: `${one}/counts`,
    summary:
      'What was counted, each line on the version that was seen. A 412 carries the lines that others counted as `current.lines`',
    audience: 'merchandiser',
    params: byId,
    body: stockCounts,
    answers: { 200: { description: 'The sheet and these lines as they are now', schema: stockCounted } },
    problems: [
      'stock-take-not-found',
      'stock-take-booked',
      'stale-version',
      'skus-unknown',
      'counted-at-unfit',
      'stock-take-too-large',
      'catalog-unavailable',
    ],
  }),
  bookStockTake: defineRoute({
    method: 'post',
    path: `${one}/booking`,
    summary:
      'Book all differences with one reason, or nothing. A 412 carries the sheet as it is now as `current`',
    audience: 'merchandiser',
    params: byId,
    headers: ifMatch,
    body: stockTakeBooking,
    answers: { 200: asItIsNow },
    problems: [
      'stock-take-not-found',
      'stock-take-booked',
      'stale-version',
      'nothing-counted',
      'count-below-reserved',
      'stock-too-large',
      'catalog-unavailable',
    ],
  }),
  deleteStockTake: defineRoute({
    method: 'delete',
    path: one,
    summary: 'Throw a sheet away that is not booked',
    audience: 'merchandiser',
    params: byId,
    headers: ifMatch,
    answers: { 204: { description: 'It is gone' } },
    problems: ['stock-take-not-found', 'stock-take-booked', 'stale-version', 'catalog-unavailable'],
  }),
};
