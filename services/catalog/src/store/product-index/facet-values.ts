import { countIn, eachOf, grown, hasBit, setBit, type Base, type Bits } from './bits.ts';

interface Entry {
  readonly slug: string;
  name: string;
  bits: Bits;
}

/** The values of one facet, each with the set of products that have it. */
export interface FacetValues {
  bitsOf(slug: string): Bits | undefined;
  put(at: number, value: { readonly slug: string; readonly name: string }, on: boolean): void;
  grow(words: number): void;
  /** In the order in which they came, which is the order they are counted in. */
  entries(): readonly { readonly slug: string; readonly name: string }[];
  /** Rises when a value comes, or is called otherwise. */
  changes(): number;
  /** How many of the base have each value. */
  countIn(base: Base): ArrayLike<number>;
}

/** Going through the products of a base takes about so much longer, for each of their values, than a word of a set. */
const stepsOfAProduct = 2;

/**
 * Beside the sets, each product's own values: lane by lane the number of an entry, from 1. A base of few products is
 * counted by them, a large one by the sets, whichever is less to look at.
 */
export const createFacetValues = (initialWords: number): FacetValues => {
  const numbers = new Map<string, number>();
  const entries: Entry[] = [];
  const lanes: Uint16Array[] = [];
  let words = initialWords;
  let changes = 0;

  const entryOf = ({ slug, name }: { readonly slug: string; readonly name: string }): number => {
    const known = numbers.get(slug);
    if (known === undefined) {
      entries.push({ slug, name, bits: new Int32Array(words) });
      numbers.set(slug, entries.length);
      changes += 1;
      return entries.length;
    }
    const entry = entries[known - 1] as Entry;
    if (entry.name !== name) changes += 1;
    entry.name = name;
    return known;
  };

  const keep = (at: number, number: number): void => {
    let lane = lanes.find((one) => one[at] === 0);
    if (!lane) lanes.push((lane = new Uint16Array(words * 32)));
    lane[at] = number;
  };
  const drop = (at: number, number: number): void => {
    const lane = lanes.find((one) => one[at] === number);
    if (lane) lane[at] = 0;
  };

  const countByProducts = (base: Base): ArrayLike<number> => {
    const counts = new Uint32Array(entries.length + 1);
    for (const lane of lanes)
      eachOf(base, (at) => {
        const number = lane[at] as number;
        counts[number] = (counts[number] as number) + 1;
      });
    return counts.subarray(1);
  };

  return {
    bitsOf: (slug) => entries[(numbers.get(slug) ?? 0) - 1]?.bits,
    put: (at, value, on) => {
      const number = entryOf(value);
      const { bits } = entries[number - 1] as Entry;
      if (hasBit(bits, at) !== on) (on ? keep : drop)(at, number);
      setBit(bits, at, on);
    },
    grow: (more) => {
      words = more;
      for (const entry of entries) entry.bits = grown(entry.bits, words);
      for (const [number, lane] of lanes.entries()) {
        const wider = new Uint16Array(words * 32);
        wider.set(lane);
        lanes[number] = wider;
      }
    },
    entries: () => entries,
    changes: () => changes,
    countIn: (base) =>
      base.size * lanes.length * stepsOfAProduct < base.places.length * entries.length
        ? countByProducts(base)
        : entries.map(({ bits }) => countIn(base, bits)),
  };
};
