import type { OrderFilter } from '../usecases/staff-order-reads.ts';

/** What most orders are sooner or later, so that a filter by it leaves nearly all of them. */
const usual: ReadonlySet<string> = new Set(['paid', 'delivered', 'completed', 'confirmed']);

/**
 * The index to read for several filters at once: that of the one which leaves the fewest orders, by what is known of
 * shops. Left to itself, MongoDB tries all of them at length where hardly an order meets them together. Undefined for a
 * lone filter and for words, where there is nothing to choose.
 */
export const indexFor = ({
  q,
  payment,
  fulfilment,
  status,
  country,
  stage,
}: OrderFilter): string | undefined => {
  if (q !== undefined) return undefined;
  const given = Object.entries({ payment, fulfilment, status, country, stage }).flatMap(([by, value]) =>
    value === undefined ? [] : [{ by, value }],
  );
  if (given.length < 2) return undefined;
  return `listed_by_${(given.find(({ value }) => !usual.has(value)) ?? given[0])?.by}`;
};
