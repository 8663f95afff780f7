import { createCodeIndex } from './code-index.ts';
import { createNumberLists } from './number-lists.ts';
import { entriesIn, hasEntry, noPostings, putEntry, takeOutEntry, type Postings } from './postings.ts';
import type { ProductTexts } from './product-texts.ts';
import { createSortedTerms } from './sorted-terms.ts';
import { stemsOf } from './stems-of.ts';
import { wordsOf } from './words-of.ts';

/** What a word weighs where it stands. */
const weights = { name: 64, kind: 32, mark: 24, description: 8 } as const;
/** What a stem weighs of its word. */
const ofStem = 0.75;

/** Which products hold which words, and how much those words say of them. */
export interface WordIndex {
  put(place: number, texts: ProductTexts): void;
  /** Entries of the products that hold exactly this term, to be read at once; `placeIn` and `weightIn` read them. */
  entriesOf(term: string): Int32Array;
  has(term: string): boolean;
  /** Words as they are written somewhere, no stems. */
  isWritten(term: string): boolean;
  startingWith(beginning: string): string[];
  written(): readonly string[];
  placesOfCode(text: string): number[];
}

const none = new Int32Array(0);

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

interface Term extends Postings {
  readonly name: string;
  readonly number: number;
  /** How many products have it as it is written. */
  written: number;
}

export const createWordIndex = (): WordIndex => {
  const all = new Map<string, Term>();
  const byNumber: (Term | undefined)[] = [];
  const freeNumbers: number[] = [];
  /** Of each product how many of its terms are written, their numbers, and then those of stems alone. */
  const held = createNumberLists();
  const codes = createCodeIndex();
  const beginnings = createSortedTerms(function* () {
    for (const { name, written } of all.values()) if (written > 0) yield name;
  });

  const forget = ({ name, number }: Term): void => {
    all.delete(name);
    byNumber[number] = undefined;
    freeNumbers.push(number);
  };

  /** Most changes of a product change nothing that it is found by. */
  const isHeld = (place: number, { weights: weightOf, written }: Terms): boolean => {
    const [count, ...numbers] = held.of(place);
    if (count !== written.size || numbers.length !== weightOf.size) return false;
    const heldAsWritten = new Set(numbers.slice(0, count));
    return Array.from(weightOf).every(([name, weight]) => {
      const term = all.get(name);
      return (
        term !== undefined &&
        heldAsWritten.has(term.number) === written.has(name) &&
        hasEntry(term, place, weight)
      );
    });
  };

  const takeOut = (place: number): void => {
    const [written = 0, ...numbers] = held.of(place);
    for (const [at, number] of numbers.entries()) {
      const term = byNumber[number] as Term;
      takeOutEntry(term, place);
      if (at < written) term.written -= 1;
      if (at < written && term.written === 0) beginnings.changed();
      if (term.size === 0) forget(term);
    }
  };

  const termOf = (name: string): Term => {
    const known = all.get(name);
    if (known) return known;
    const term = { name, number: freeNumbers.pop() ?? byNumber.length, written: 0, ...noPostings() };
    all.set(name, term);
    byNumber[term.number] = term;
    return term;
  };

  return {
    put: (place, texts) => {
      codes.put(place, texts.codes);
      const terms = termsOf(texts);
      if (isHeld(place, terms)) return;
      takeOut(place);
      const { weights: weightOf, written } = terms;
      const put = (name: string): Term => {
        const term = termOf(name);
        putEntry(term, place, weightOf.get(name) as number);
        return term;
      };
      const words = Array.from(written, put);
      for (const term of words) {
        term.written += 1;
        if (term.written === 1) beginnings.changed();
      }
      const stems = [...weightOf.keys()].filter((name) => !written.has(name)).map(put);
      held.set(place, [words.length, ...[...words, ...stems].map(({ number }) => number)]);
    },
    entriesOf: (term) => {
      const known = all.get(term);
      return known ? entriesIn(known) : none;
    },
    has: (term) => all.has(term),
    isWritten: (term) => (all.get(term)?.written ?? 0) > 0,
    startingWith: beginnings.startingWith,
    written: beginnings.all,
    placesOfCode: codes.find,
  };
};
