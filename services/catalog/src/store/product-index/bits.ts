/** A set of small numbers, one bit each. All sets of one index have the same length. */
export type Bits = Uint32Array;

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
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
};

export const countBits = (bits: Bits): number => {
  let count = 0;
  for (const word of bits) if (word !== 0) count += ones(word);
  return count;
};

/** How many are in both. */
export const countBoth = (a: Bits, b: Bits): number => {
  let count = 0;
  for (let at = 0; at < a.length; at += 1) {
    const word = (a[at] as number) & (b[at] as number);
    if (word !== 0) count += ones(word);
  }
  return count;
};

export const bothOf = (a: Bits, b: Bits): Bits => {
  const both = new Uint32Array(a.length);
  for (let at = 0; at < a.length; at += 1) both[at] = (a[at] as number) & (b[at] as number);
  return both;
};

export const anyOf = (sets: readonly Bits[], words: number): Bits => {
  const any = new Uint32Array(words);
  for (const set of sets) {
    for (let at = 0; at < words; at += 1) any[at] = (any[at] as number) | (set[at] as number);
  }
  return any;
};

/** The same set with room for more. */
export const grown = (bits: Bits, words: number): Bits => {
  if (bits.length >= words) return bits;
  const wider = new Uint32Array(words);
  wider.set(bits);
  return wider;
};
