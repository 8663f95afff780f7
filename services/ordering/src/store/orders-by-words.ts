import type { Document } from 'mongodb';
import type { OrderFilter, OrderSort } from '../usecases/staff-order-reads.ts';
import { wordsOfText } from './listed-order.ts';
import type { OrderCollection } from './order-document.ts';
import { staffOrderFilter, staffOrderSort } from './staff-order-filter.ts';

/** What the entries of the index of words say of an order, beside the word. */
const entry = { createdAt: 1, 'listed.currency': 1, 'listed.total': 1 } as const;

const filterOf = (asked: OrderFilter, word: string) => staffOrderFilter({ ...asked, q: word });

/** The words of a filter that the index of words answers alone, where they are several. */
export const wordsToLayTogether = (asked: OrderFilter): readonly string[] => {
  const { q, buyer, status, stage, payment, fulfilment } = asked;
  const words = [...new Set(q === undefined ? [] : wordsOfText(q))];
  const isOfMore = [buyer, status, stage, payment, fulfilment].some((one) => one !== undefined);
  return isOfMore || words.length < 2 ? [] : words;
};

/** Whether each of the words is in so many orders that reading those of the rarest one by one would take long. */
export const areAllFrequent = async (
  orders: OrderCollection,
  asked: OrderFilter,
  { words, few }: { words: readonly string[]; few: number },
): Promise<boolean> => {
  const counts = await Promise.all(
    words.map((word) => orders.countDocuments(filterOf(asked, word), { limit: few + 1 })),
  );
  return counts.every((count) => count > few);
};

/** Orders that have all the words: the entries of each word, laid together, without reading an order. */
export const withAllWords = (
  orders: OrderCollection,
  asked: OrderFilter,
  words: readonly string[],
): Document[] => {
  const entriesOf = (word: string): Document[] => [{ $match: filterOf(asked, word) }, { $project: entry }];
  const [first = '', ...others] = words;
  return [
    ...entriesOf(first),
    ...others.map((word) => ({ $unionWith: { coll: orders.collectionName, pipeline: entriesOf(word) } })),
    {
      $group: {
        _id: '$_id',
        words: { $sum: 1 },
        createdAt: { $first: '$createdAt' },
        listed: { $first: '$listed' },
      },
    },
    { $match: { words: words.length } },
  ];
};

/** A page of their ids, and what they come to as far as they are counted. */
export const pageByWords = async <Sum extends Document>(
  orders: OrderCollection,
  pipeline: readonly Document[],
  asked: { sort: OrderSort | undefined; skipped: number; limit: number; sums: readonly Document[] },
): Promise<{ ids: string[]; sums: Sum[] }> => {
  const { sort, skipped, limit, sums } = asked;
  const page = [
    { $sort: staffOrderSort(sort) },
    { $skip: skipped },
    { $limit: limit },
    { $project: { _id: 1 } },
  ];
  const [found] = await orders
    .aggregate<{ page: { _id: string }[]; sums: Sum[] }>([...pipeline, { $facet: { page, sums: [...sums] } }])
    .toArray();
  return { ids: found?.page.map(({ _id }) => _id) ?? [], sums: found?.sums ?? [] };
};
