import type { Clause } from './clause.ts';
import { nearestTerms } from './nearest-terms.ts';
import { stemsOf } from './stems-of.ts';
import type { Synonyms } from './synonyms.ts';
import type { WordIndex } from './word-index.ts';

/** How close to what was asked for: a word itself, its stem, what means the same, what begins so, what it may have been. */
const closeness = { itself: 1, stem: 0.9, synonym: 0.85, compound: 0.8, beginning: 0.7, slip: 0.5 } as const;
/** One word in place of two has to tell as much as both. */
const ofJoined = 2;
const shortestBeginning = 2;
const shortestPart = 3;

/** A word of the query, what it is found by, and the word that it was taken for where it is none. */
export interface AskedWord {
  readonly word: string;
  readonly clause: Clause | undefined;
  readonly takenFor?: string;
}

const formsOf = (index: WordIndex, word: string): Clause[] => [
  ...(index.has(word) ? [{ term: word, closeness: closeness.itself }] : []),
  ...stemsOf(word)
    .filter((stem) => index.has(stem))
    .map((term) => ({ term, closeness: closeness.stem })),
];

const meaning = (index: WordIndex, phrase: readonly string[], synonyms: Synonyms): Clause[] =>
  synonyms.of(phrase).flatMap((other): Clause[] => {
    const all = other.map((word) => ({ any: formsOf(index, word) }));
    return all.every(({ any }) => any.length > 0) ? [{ all, closeness: closeness.synonym }] : [];
  });

const waysOf = (index: WordIndex, word: string, synonyms: Synonyms): Clause[] => [
  ...formsOf(index, word),
  ...meaning(index, [word], synonyms),
];

/** `regenjacke` as `regen` and `jacke`, at the cut whose second part is longest; the second is what it is one of. */
const takenApart = (index: WordIndex, word: string, synonyms: Synonyms): Clause[] => {
  for (let at = shortestPart; at <= word.length - shortestPart; at += 1) {
    const parts = [word.slice(0, at), word.slice(at)].map((part) => waysOf(index, part, synonyms));
    if (parts.every((ways) => ways.length > 0)) {
      return [{ all: parts.map((any) => ({ any })), closeness: closeness.compound }];
    }
  }
  return [];
};

const begun = (index: WordIndex, word: string): Clause[] =>
  word.length < shortestBeginning
    ? []
    : index
        .startingWith(word)
        .filter((term) => term !== word)
        .map((term) => ({ term, closeness: closeness.beginning }));

/** The term of those that most products have. */
const commonest = (index: WordIndex, terms: readonly string[]): string | undefined =>
  terms.toSorted((one, other) => index.entriesOf(other).length - index.entriesOf(one).length)[0];

const askedWord = (index: WordIndex, word: string, isLast: boolean, synonyms: Synonyms): AskedWord => {
  const ways = [...waysOf(index, word, synonyms), ...(isLast ? begun(index, word) : [])];
  if (ways.length > 0) return { word, clause: { any: ways } };
  const apart = takenApart(index, word, synonyms);
  if (apart.length > 0) return { word, clause: { any: apart } };
  const near = nearestTerms(word, [...index.written(), ...synonyms.words()]);
  const takenFor = commonest(index, near);
  if (takenFor === undefined) return { word, clause: undefined };
  const any = near.flatMap((term) => waysOf(index, term, synonyms));
  return { word, takenFor, clause: { all: [{ any }], closeness: closeness.slip } };
};

/** A word and the next as one, where that is a word. */
const joinedAt = (
  index: WordIndex,
  words: readonly string[],
  at: number,
  synonyms: Synonyms,
): { word: string; clause: Clause } | undefined => {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || next === undefined) return undefined;
  const joined = `${word}${next}`;
  const any = index.isWritten(joined) || synonyms.has(joined) ? waysOf(index, joined, synonyms) : [];
  return any.length > 0 ? { word: joined, clause: { any } } : undefined;
};

/** What each word of a query is found by; words that mean something together, or were torn apart, are one. */
export const askedWords = (index: WordIndex, words: readonly string[], synonyms: Synonyms): AskedWord[] => {
  const asked: AskedWord[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = synonyms.phraseAt(words, at);
    const rest = words.length - at;
    const word = words[at] as string;
    if (phrase.length > 1) {
      const literal = phrase.map(
        (each, place) => askedWord(index, each, place === rest - 1, synonyms).clause,
      );
      const all = literal.filter((clause) => clause !== undefined);
      const itself: Clause[] = all.length === phrase.length ? [{ all, closeness: closeness.itself }] : [];
      const any = [...itself, ...meaning(index, phrase, synonyms)];
      asked.push({ word: phrase.join(' '), clause: any.length > 0 ? { any } : undefined });
      at += phrase.length;
      continue;
    }
    const alone = askedWord(index, word, rest === 1, synonyms);
    const joined = joinedAt(index, words, at, synonyms);
    if (joined) {
      const next = askedWord(index, words[at + 1] as string, rest === 2, synonyms);
      const both = [alone, next].flatMap(({ clause, takenFor }) =>
        takenFor === undefined && clause ? clause : [],
      );
      const apart: Clause[] = both.length === 2 ? [{ all: both, closeness: closeness.itself }] : [];
      asked.push({
        word: joined.word,
        clause: { any: [...apart, { all: [joined.clause], closeness: ofJoined }] },
      });
      at += 2;
      continue;
    }
    asked.push(alone);
    at += 1;
  }
  return asked;
};
