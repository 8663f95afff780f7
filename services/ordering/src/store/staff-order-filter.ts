import { beginningWith } from '@quayside/mongo';
import type { Filter } from 'mongodb';
import type { OrderFilter, OrderSort } from '../usecases/staff-order-reads.ts';
import { wordsOfText } from './listed-order.ts';
import type { OrderDocument } from './order-document.ts';

const range = <T>(from: T | undefined, name: '$gte', to: T | undefined, before: '$lt' | '$lte') => ({
  ...(from !== undefined && { [name]: from }),
  ...(to !== undefined && { [before]: to }),
});
const isGiven = (bounds: object): boolean => Object.keys(bounds).length > 0;

/** The filter of a list in MongoDB's words. A text of no words at all finds nothing. */
export const staffOrderFilter = (asked: OrderFilter): Filter<OrderDocument> => {
  const { q, buyer, status, stage, payment, fulfilment, country, from, to, currency, minTotal, maxTotal } =
    asked;
  const words = q === undefined ? [] : wordsOfText(q);
  const placed = range(from && new Date(from), '$gte', to && new Date(to), '$lt');
  const total = range(minTotal, '$gte', maxTotal, '$lte');
  return {
    ...(buyer && { buyerId: buyer }),
    ...(status && { 'state.status': status }),
    ...(stage && { 'listed.stage': stage }),
    ...(payment && { 'listed.payment': payment }),
    ...(fulfilment && { 'listed.fulfilment': fulfilment }),
    ...(country && { 'listed.country': country }),
    ...(currency && { 'listed.currency': currency }),
    ...(isGiven(total) && { 'listed.total': total }),
    ...(isGiven(placed) && { createdAt: placed }),
    ...(words.length > 0 && { $and: words.map((word) => ({ 'listed.words': beginningWith(word) })) }),
    ...(q !== undefined && words.length === 0 && { _id: { $in: [] } }),
  } as Filter<OrderDocument>;
};

const sorts = {
  placed: { createdAt: 1, _id: 1 },
  '-placed': { createdAt: -1, _id: -1 },
  total: { 'listed.total': 1, createdAt: 1, _id: 1 },
  '-total': { 'listed.total': -1, createdAt: -1, _id: -1 },
} as const satisfies Record<OrderSort, Record<string, 1 | -1>>;

export const staffOrderSort = (sort: OrderSort = '-placed') => sorts[sort];
