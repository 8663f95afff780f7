import { createCodeIndex } from './code-index.ts';
import type { ProductTexts } from './product-texts.ts';
import { createSortedTerms } from './sorted-terms.ts';
import { stemsOf } from './stems-of.ts';
import { wordsOf } from './words-of.ts';

/** What a word weighs where it stands. */
const weights = { name: 64, kind: 32, mark: 24, description: 8 } as const;
/** What a stem weighs of its word. */
const ofStem = 0.75;

/** A place and a weight in one number; a set of them in the order of their places. */
const weightBits = 7;
const entryOf = (place: number, weight: number): number => place * (1 << weightBits) + weight;
export const placeIn = (entry: number): number => entry >>> weightBits;
export const weightIn = (entry: number): number => entry & ((1 << weightBits) - 1);

/** Which products hold which words, and how much those words say of them. */
export interface WordIndex {
  put(place: number, texts: ProductTexts): void;
  /** Entries of the products that hold exactly this term; `placeIn` and `weightIn` read them. */
  entriesOf(term: string): readonly number[];
  has(term: string): boolean;
  /** Words as they are written somewhere, no stems. */
  isWritten(term: string): boolean;
  startingWith(beginning: string): string[];
  written(): readonly string[];
  placesOfCode(text: string): number[];
}

const none: readonly number[] = [];
const nothing = -1;

interface Terms {
  readonly weights: ReadonlyMap<string, number>;
  /** Those that are words as they are written. */
  readonly written: ReadonlySet<string>;
}

const termsOf = (texts: ProductTexts): Terms => {
  const terms = new Map<string, number>();
  const written = new Set<string>();
  const weigh = (term: string, weight: number): void => {
    if (weight > (terms.get(term) ?? 0)) terms.set(term, weight);
  };
  const take = (text: string, weight: number): void => {
    for (const word of wordsOf(text)) {
      written.add(word);
      weigh(word, weight);
      for (const stem of stemsOf(word)) weigh(stem, Math.round(weight * ofStem));
    }
  };
  for (const text of texts.names) take(text, weights.name);
  for (const text of texts.kinds) take(text, weights.kind);
  for (const text of texts.marks) take(text, weights.mark);
  for (const text of texts.descriptions) take(text, weights.description);
  return { weights: terms, written };
};

interface Term {
  readonly name: string;
  readonly entries: number[];
  /** How many products have it as it is written. */
  written: number;
}

/** The terms of a product: first those that are written, then those that are stems alone. */
interface Held {
  readonly terms: readonly Term[];
  readonly written: number;
}

export const createWordIndex = (): WordIndex => {
  const all = new Map<string, Term>();
  const codes = createCodeIndex();
  const beginnings = createSortedTerms();
  const held: Held[] = [];

  const spotOf = (entries: readonly number[], place: number): number => {
    let [low, high] = [0, entries.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (placeIn(entries[middle] as number) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const takeOut = (place: number): void => {
    const known = held[place];
    if (!known) return;
    for (const [at, term] of known.terms.entries()) {
      term.entries.splice(spotOf(term.entries, place), 1);
      if (at < known.written) term.written -= 1;
      if (term.written === 0) beginnings.delete(term.name);
      if (term.entries.length === 0) all.delete(term.name);
    }
  };

  const termOf = (name: string): Term => {
    const known = all.get(name) ?? { name, entries: [], written: 0 };
    all.set(name, known);
    return known;
  };

  return {
    put: (place, texts) => {
      takeOut(place);
      const { weights: weightOf, written } = termsOf(texts);
      const put = (name: string): Term => {
        const term = termOf(name);
        const entry = entryOf(place, weightOf.get(name) as number);
        // A new product comes after all others: an array that only grows at its end is not moved.
        if (entry > (term.entries.at(-1) ?? nothing)) term.entries.push(entry);
        else term.entries.splice(spotOf(term.entries, place), 0, entry);
        return term;
      };
      const words = Array.from(written, put);
      for (const term of words) {
        term.written += 1;
        beginnings.add(term.name);
      }
      const stems = [...weightOf.keys()].filter((name) => !written.has(name)).map(put);
      held[place] = { terms: [...words, ...stems], written: words.length };
      codes.put(place, texts.codes);
    },
    entriesOf: (term) => all.get(term)?.entries ?? none,
    has: (term) => all.has(term),
    isWritten: (term) => (all.get(term)?.written ?? 0) > 0,
    startingWith: beginnings.startingWith,
    written: beginnings.all,
    placesOfCode: codes.find,
  };
};
