/** Terms in the order of their letters, for those that begin alike. */
export interface SortedTerms {
  /** A term came or went. */
  changed(): void;
  startingWith(beginning: string): string[];
  all(): readonly string[];
}

/** @param terms all there are; they are read and sorted anew when somebody asks after a change */
export const createSortedTerms = (terms: () => Iterable<string>): SortedTerms => {
  let sorted: string[] | undefined;

  const all = (): string[] => (sorted ??= [...terms()].sort());

  /** The first place whose term is not before `term`. */
  const placeOf = (list: readonly string[], term: string): number => {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((list[middle] as string) < term) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    changed: () => {
      sorted = undefined;
    },
    startingWith: (beginning) => {
      const list = all();
      const from = placeOf(list, beginning);
      let to = from;
      while (to < list.length && (list[to] as string).startsWith(beginning)) to += 1;
      return list.slice(from, to);
    },
    all,
  };
};
