import { countIn, grown, setBit, type Base, type Bits } from './bits.ts';

interface FacetEntry {
  readonly slug: string;
  name: string;
  bits: Bits;
}

interface Counted {
  readonly slug: string;
  readonly name: string;
  readonly count: number;
}

/** The values of one facet, each with the set of products that have it. */
export interface FacetValues {
  bitsOf(slug: string): Bits | undefined;
  put(at: number, value: { readonly slug: string; readonly name: string }, on: boolean): void;
  grow(words: number): void;
  /** How many of the base have each value; those that none has are left out. */
  countIn(base: Base): Counted[];
}

export const createFacetValues = (initialWords: number): FacetValues => {
  const entries = new Map<string, FacetEntry>();
  let words = initialWords;
  return {
    bitsOf: (slug) => entries.get(slug)?.bits,
    put: (at, { slug, name }, on) => {
      const entry = entries.get(slug) ?? { slug, name, bits: new Int32Array(words) };
      entry.name = name;
      entries.set(slug, entry);
      setBit(entry.bits, at, on);
    },
    grow: (more) => {
      words = more;
      for (const entry of entries.values()) entry.bits = grown(entry.bits, words);
    },
    countIn: (base) =>
      [...entries.values()].flatMap(({ slug, name, bits }) => {
        const count = countIn(base, bits);
        return count > 0 ? [{ slug, name, count }] : [];
      }),
  };
};
