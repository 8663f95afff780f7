import type { Filter } from 'mongodb';
import type { Order } from '../domain/order.ts';
import type { FoundOrders, OrderFilter, OrderSort, StaffOrderReads } from '../usecases/staff-order-reads.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { indexFor } from './index-for.ts';
import type { OrderCollection, OrderDocument } from './order-document.ts';
import { areAllFrequent, pageByWords, withAllWords, wordsToLayTogether } from './orders-by-words.ts';
import { staffOrderFilter, staffOrderSort } from './staff-order-filter.ts';

const counted = 10_000;
const batchSize = 500;

type Sum = { currency: string; orders: number; amount: number };

interface Asked {
  readonly filter: Filter<OrderDocument>;
  readonly options: { readonly hint?: string };
}

const readOf = (asked: OrderFilter): Asked => {
  const hint = indexFor(asked);
  return { filter: staffOrderFilter(asked), options: hint === undefined ? {} : { hint } };
};

/** As far as they are counted. */
const summing = [
  { $limit: counted + 1 },
  { $group: { _id: '$listed.currency', orders: { $sum: 1 }, amount: { $sum: '$listed.total' } } },
  { $project: { _id: 0, currency: '$_id', orders: 1, amount: 1 } },
  { $sort: { orders: -1, currency: 1 } },
];

const sumsOf = (orders: OrderCollection, { filter, options }: Asked): Promise<Sum[]> =>
  orders.aggregate<Sum>([{ $match: filter }, ...summing], options).toArray();

/** By the index alone, which has what they are sorted by, too. */
const idsOf = async (
  orders: OrderCollection,
  { filter, options }: Asked,
  ...[sort, skipped, limit]: [OrderSort | undefined, number, number]
): Promise<string[]> => {
  const found = orders
    .find(filter, { projection: { _id: 1 }, ...options })
    .sort(staffOrderSort(sort))
    .skip(skipped)
    .limit(limit);
  return (await found.toArray()).map(({ _id }) => _id);
};

/** In the order of their ids; without those that are gone since. */
const ordersIn = async (orders: OrderCollection, ids: readonly string[]): Promise<Order[]> => {
  const found = await orders.find({ _id: { $in: [...ids] } }, { projection: { state: 1 } }).toArray();
  const byId = new Map(found.map(({ _id, state }) => [_id, state]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

interface Page {
  readonly sort: OrderSort | undefined;
  readonly skipped: number;
  readonly limit: number;
}

const readPage = async (
  orders: OrderCollection,
  { asked, few, page }: { asked: OrderFilter; few: number; page: Page },
): Promise<readonly [Order[], Sum[]]> => {
  const words = wordsToLayTogether(asked);
  if (words.length > 0 && (await areAllFrequent(orders, asked, { words, few }))) {
    const found = withAllWords(orders, asked, words);
    const { ids, sums } = await pageByWords<Sum>(orders, found, { ...page, sums: summing });
    return [await ordersIn(orders, ids), sums];
  }
  const read = readOf(asked);
  const rows = idsOf(orders, read, page.sort, page.skipped, page.limit);
  return Promise.all([rows.then((ids) => ordersIn(orders, ids)), sumsOf(orders, read)]);
};

/** @param few of several words, one that no more orders have leads to them, and they are read */
export const createStaffOrderReads = (
  orders: OrderCollection,
  { few = 1_000 }: { few?: number } = {},
): StaffOrderReads => ({
  async page({ page, pageSize, sort, ...asked }): Promise<FoundOrders> {
    const at = { sort, skipped: (page - 1) * pageSize, limit: pageSize };
    const [found, sums] = await answerOrUnavailable(readPage(orders, { asked, few, page: at }));
    const totalItems = sums.reduce((all, sum) => all + sum.orders, 0);
    const isMore = totalItems > counted;
    return {
      orders: found,
      totalItems: isMore ? counted : totalItems,
      isMore,
      ...(!isMore && { totals: sums }),
    };
  },

  async *all({ sort, ...asked }) {
    const found = orders
      .find(staffOrderFilter(asked), { projection: { state: 1 }, batchSize })
      .sort(staffOrderSort(sort));
    for await (const { state } of found) yield state;
  },
});
