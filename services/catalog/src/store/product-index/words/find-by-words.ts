import { hasBit, type Bits } from '../bits.ts';
import { askedWords, type AskedWord } from './clause-of.ts';
import { scoresOf, type Clause } from './clause.ts';
import { stopWords } from './stop-words.ts';
import type { Synonyms } from './synonyms.ts';
import type { WordIndex } from './word-index.ts';
import { wordsOf } from './words-of.ts';

/** More words than anyone means; a bound on what one search may cost. */
const maxWords = 12;

export interface Found {
  /** Places of products, best first. */
  readonly places: Int32Array;
  /** The query as it was understood, where a word of it was taken for another. */
  readonly takenFor?: string;
  /** Nothing has all the words, so this has some of them. */
  readonly isPartial: boolean;
}

const nothing: Found = { places: new Int32Array(0), isPartial: false };

const telling = (words: readonly string[]): readonly string[] => {
  const kept = words.filter((word) => !stopWords.has(word));
  return kept.length > 0 ? kept : words;
};

/** A score and a place in one number that sorts by both, which typed arrays do without a comparison. */
const placeRange = 2 ** 24;
const keyOf = (score: number, place: number): number =>
  (2 ** 28 - Math.round(score * 64)) * placeRange + place;

const isIn = (among: Bits | undefined, place: number): boolean => !among || hasBit(among, place);

const bestFirst = (scores: Float32Array, among: Bits | undefined): Int32Array => {
  const keys: number[] = [];
  for (let place = 0; place < scores.length; place += 1) {
    const score = scores[place] as number;
    if (score !== 0 && isIn(among, place)) keys.push(keyOf(score, place));
  }
  return Int32Array.from(Float64Array.from(keys).sort(), (key) => key % placeRange);
};

const understood = (asked: readonly AskedWord[]): { takenFor?: string } =>
  asked.some(({ takenFor }) => takenFor !== undefined)
    ? { takenFor: asked.map(({ word, takenFor }) => takenFor ?? word).join(' ') }
    : {};

const someOf = (
  index: WordIndex,
  clauses: readonly Clause[],
  among: Bits | undefined,
  size: number,
): Int32Array => {
  const sum = new Float32Array(size);
  for (const clause of clauses) {
    const scores = scoresOf(index, clause, size);
    for (let place = 0; place < size; place += 1) {
      sum[place] = (sum[place] as number) + (scores[place] as number);
    }
  }
  return bestFirst(sum, among);
};

/**
 * The products that a query finds: that of a SKU or barcode, else those with all of its words, the last one possibly
 * unfinished; else, and told apart, those with most of them.
 *
 * @param among the places that may be found; all where it is absent
 * @param size how many places there are
 */
export const findByWords = (
  index: WordIndex,
  text: string,
  { synonyms, among, size }: { synonyms: Synonyms; among: Bits | undefined; size: number },
): Found => {
  const ofCode = Int32Array.from(index.placesOfCode(text)).filter((place) => isIn(among, place));
  if (ofCode.length > 0) return { places: ofCode.sort(), isPartial: false };
  const words = telling(wordsOf(text).slice(0, maxWords));
  if (words.length === 0) return nothing;
  const asked = askedWords(index, words, synonyms);
  const clauses = asked.flatMap(({ clause }) => clause ?? []);
  if (clauses.length === 0) return nothing;
  if (clauses.length === asked.length) {
    const places = bestFirst(scoresOf(index, { all: clauses, closeness: 1 }, size), among);
    if (places.length > 0) return { places, isPartial: false, ...understood(asked) };
  }
  const places = someOf(index, clauses, among, size);
  return places.length > 0 ? { places, isPartial: true, ...understood(asked) } : nothing;
};
