import { z } from 'zod';
import { itemId, wholeNumber } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';
import {
  delivery,
  deliveryBooked,
  stockJournal,
  stockJournalQuery,
  stockLevel,
  stockLevelPage,
  stockQuery,
  stockThreshold,
} from './stock.ts';

const stock = '/api/v1/admin/catalog/stock';
const params = z.strictObject({ itemId: wholeNumber(itemId) });

export const stockProblems = {
  'skus-unknown': { status: 422, title: 'There are no variants with these SKUs' },
  'delivery-known': { status: 409, title: 'The delivery is booked already' },
} as const;

/** Stock as staff count, receive and watch it. */
export const stockRoutes = {
  listStock: defineRoute({
    method: 'get',
    path: stock,
    summary: 'How much there is of every variant, and of which too little',
    audience: 'merchandiser',
    keyScope: 'stock:write',
    query: stockQuery,
    answers: { 200: { description: 'One page of levels', schema: stockLevelPage } },
    problems: ['catalog-unavailable'],
  }),
  receiveDelivery: defineRoute({
    method: 'post',
    path: `${stock}/deliveries`,
    summary: 'Book a delivery of many lines, all of it or nothing, once by its reference',
    audience: 'merchandiser',
    keyScope: 'stock:write',
    body: delivery,
    answers: { 200: { description: 'The levels as they are now', schema: deliveryBooked } },
    problems: ['skus-unknown', 'delivery-known', 'stock-too-large', 'catalog-unavailable'],
  }),
  readStockJournal: defineRoute({
    method: 'get',
    path: `${stock}/:itemId/movements`,
    summary: 'Everything that changed what is on hand of a variant: how, who, why, for which order',
    audience: 'merchandiser',
    keyScope: 'stock:write',
    params,
    query: stockJournalQuery,
    answers: { 200: { description: 'A part of the journal', schema: stockJournal } },
    problems: ['item-not-found', 'catalog-unavailable'],
  }),
  setStockThreshold: defineRoute({
    method: 'put',
    path: `${stock}/:itemId/threshold`,
    summary: 'From how many on a variant counts as running low',
    audience: 'merchandiser',
    params,
    body: stockThreshold,
    answers: { 200: { description: 'The level as it is now', schema: stockLevel } },
    problems: ['item-not-found', 'catalog-unavailable'],
  }),
};
