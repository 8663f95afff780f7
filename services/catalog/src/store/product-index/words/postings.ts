/** A place and a weight in one number; a set of them in the order of their places. */
const weightBits = 7;
const entryOf = (place: number, weight: number): number => place * (1 << weightBits) + weight;
export const placeIn = (entry: number): number => entry >>> weightBits;
export const weightIn = (entry: number): number => entry & ((1 << weightBits) - 1);

/** Where a term stands; what is beyond `size` is room for more. */
export interface Postings {
  entries: Int32Array;
  size: number;
}

export const noPostings = (): Postings => ({ entries: new Int32Array(1), size: 0 });

export const entriesIn = ({ entries, size }: Postings): Int32Array => entries.subarray(0, size);

const spare = 1.25;

const spotOf = ({ entries, size }: Postings, place: number): number => {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (placeIn(entries[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
};

export const hasEntry = (postings: Postings, place: number, weight: number): boolean => {
  const spot = spotOf(postings, place);
  return spot < postings.size && postings.entries[spot] === entryOf(place, weight);
};

/** Adds a place that is not there yet. */
export const putEntry = (postings: Postings, place: number, weight: number): void => {
  const { entries, size } = postings;
  const spot = spotOf(postings, place);
  if (size === entries.length) {
    postings.entries = new Int32Array(Math.ceil((size + 1) * spare));
    postings.entries.set(entries);
  }
  postings.entries.copyWithin(spot + 1, spot, size);
  postings.entries[spot] = entryOf(place, weight);
  postings.size += 1;
};

/** Takes out a place that is there. */
export const takeOutEntry = (postings: Postings, place: number): void => {
  const spot = spotOf(postings, place);
  postings.entries.copyWithin(spot, spot + 1, postings.size);
  postings.size -= 1;
};
