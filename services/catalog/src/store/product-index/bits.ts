/** A set of small numbers, one bit each. All sets of one index have the same length. */
export type Bits = Int32Array;

export const wordsFor = (size: number): number => (size + 31) >>> 5;

export const setBit = (bits: Bits, at: number, on: boolean): void => {
  const word = at >>> 5;
  const mask = 1 << (at & 31);
  bits[word] = on ? (bits[word] as number) | mask : (bits[word] as number) & ~mask;
};

export const hasBit = (bits: Bits, at: number): boolean =>
  ((bits[at >>> 5] as number) & (1 << (at & 31))) !== 0;

const ones = (word: number): number => {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/** A set that others are counted in: the words of it that hold any, and what they hold. */
export interface Base {
  readonly places: Int32Array;
  readonly words: Int32Array;
  /** How many it holds. */
  readonly size: number;
}

export const baseOf = (bits: Bits): Base => {
  const places = new Int32Array(bits.length);
  const words = new Int32Array(bits.length);
  let length = 0;
  let size = 0;
  for (let at = 0; at < bits.length; at += 1) {
    const word = bits[at] as number;
    if (word === 0) continue;
    size += ones(word);
    places[length] = at;
    words[length] = word;
    length += 1;
  }
  return { places: places.subarray(0, length), words: words.subarray(0, length), size };
};

/** How many of a set are in the base. */
export const countIn = ({ places, words }: Base, bits: Bits): number => {
  let count = 0;
  for (let at = 0; at < places.length; at += 1) {
    const word = (words[at] as number) & (bits[places[at] as number] as number);
    if (word !== 0) count += ones(word);
  }
  return count;
};

/** Each that is in the base. */
export const eachOf = ({ places, words }: Base, visit: (at: number) => void): void => {
  for (let step = 0; step < places.length; step += 1) {
    const first = (places[step] as number) << 5;
    for (let word = words[step] as number; word !== 0; word &= word - 1)
      visit(first + 31 - Math.clz32(word & -word));
  }
};

export const bothOf = (a: Bits, b: Bits): Bits => {
  const both = new Int32Array(a.length);
  for (let at = 0; at < a.length; at += 1) both[at] = (a[at] as number) & (b[at] as number);
  return both;
};

export const anyOf = (sets: readonly Bits[], words: number): Bits => {
  const any = new Int32Array(words);
  for (const set of sets) {
    for (let at = 0; at < words; at += 1) any[at] = (any[at] as number) | (set[at] as number);
  }
  return any;
};

/** The same set with room for more. */
export const grown = (bits: Bits, words: number): Bits => {
  if (bits.length >= words) return bits;
  const wider = new Int32Array(words);
  wider.set(bits);
  return wider;
};
