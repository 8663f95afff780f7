import { createFacetValues, type FacetValues } from './facet-values.ts';
import { priceBandOf } from './price-bands.ts';
import { createSortedOrder, type SortedOrder } from './sorted-order.ts';

/** What products cost in one currency. Those that have no price in it come last, and between no bounds. */
export interface PricesIn {
  /** The least and the most that a variant costs, by place, in minor units. */
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly bands: FacetValues;
  readonly order: SortedOrder;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

export const createPricesIn = (words: number, idAt: (place: number) => number) => {
  const from: number[] = [];
  const to: number[] = [];
  const bands = createFacetValues(words);
  const fromAt = (place: number): number => from[place] ?? Number.POSITIVE_INFINITY;
  const order = createSortedOrder((a, b) => {
    const [one, other] = [fromAt(a), fromAt(b)];
    return (one === other ? 0 : one - other) || idAt(a) - idAt(b);
  });
  return {
    prices: { from, to, bands, order } satisfies PricesIn,
    put: (place: number, span: Span | undefined): void => {
      const before = from[place];
      if (before !== undefined && Number.isFinite(before)) bands.put(place, priceBandOf(before), false);
      from[place] = span?.from ?? Number.POSITIVE_INFINITY;
      to[place] = span?.to ?? Number.NEGATIVE_INFINITY;
      if (span) bands.put(place, priceBandOf(span.from), true);
      order.changed(place);
    },
    grow: (more: number): void => bands.grow(more),
  };
};
