import { grown, setBit, type Bits } from './bits.ts';

interface FacetEntry {
  readonly slug: string;
  readonly name: string;
  bits: Bits;
}

/** The values of one facet, each with the set of products that have it. */
export interface FacetValues {
  readonly entries: ReadonlyMap<string, FacetEntry>;
  put(at: number, value: { readonly slug: string; readonly name: string }, on: boolean): void;
  grow(words: number): void;
}

export const createFacetValues = (initialWords: number): FacetValues => {
  const entries = new Map<string, FacetEntry>();
  let words = initialWords;
  return {
    entries,
    put: (at, { slug, name }, on) => {
      let entry = entries.get(slug);
      if (!entry || entry.name !== name) {
        entry = { slug, name, bits: entry?.bits ?? new Uint32Array(words) };
        entries.set(slug, entry);
      }
      setBit(entry.bits, at, on);
    },
    grow: (more) => {
      words = more;
      for (const entry of entries.values()) entry.bits = grown(entry.bits, words);
    },
  };
};
