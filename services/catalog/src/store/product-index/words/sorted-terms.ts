/** Terms in the order of their letters, for those that begin alike. */
export interface SortedTerms {
  add(term: string): void;
  delete(term: string): void;
  startingWith(beginning: string): string[];
  all(): readonly string[];
}

export const createSortedTerms = (): SortedTerms => {
  const terms = new Set<string>();
  let sorted: string[] | undefined;

  const all = (): string[] => (sorted ??= [...terms].sort());

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
    add: (term) => {
      if (terms.has(term)) return;
      terms.add(term);
      sorted = undefined;
    },
    delete: (term) => {
      if (terms.delete(term)) sorted = undefined;
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
