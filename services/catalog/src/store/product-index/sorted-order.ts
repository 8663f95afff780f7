/**
 * Places in an order that is kept while products come and change: what changed is taken out, sorted by itself and merged
 * back in, in one pass, and only when somebody asks.
 */
export interface SortedOrder {
  changed(at: number): void;
  /** All places, first to last. */
  places(): Int32Array;
}

export const createSortedOrder = (compare: (a: number, b: number) => number): SortedOrder => {
  let order = new Int32Array(0);
  const dirty = new Set<number>();

  const settle = (): void => {
    const moved = [...dirty].sort(compare);
    const next = new Int32Array(order.length + moved.length);
    let length = 0;
    let taken = 0;
    for (const at of order) {
      if (dirty.has(at)) continue;
      while (taken < moved.length && compare(moved[taken] as number, at) < 0) {
        next[length] = moved[taken] as number;
        length += 1;
        taken += 1;
      }
      next[length] = at;
      length += 1;
    }
    for (; taken < moved.length; taken += 1, length += 1) next[length] = moved[taken] as number;
    order = next.slice(0, length);
    dirty.clear();
  };

  return {
    changed: (at) => void dirty.add(at),
    places: () => {
      if (dirty.size > 0) settle();
      return order;
    },
  };
};
