import { stemsOf } from './stems-of.ts';
import { wordsOf } from './words-of.ts';

/** Words and phrases that mean the same in this shop. */
export interface Synonyms {
  /** What else means the same, each as its words. */
  of(phrase: readonly string[]): readonly (readonly string[])[];
  /** The longest phrase that begins there; the one word where there is none. */
  phraseAt(words: readonly string[], at: number): readonly string[];
  has(word: string): boolean;
  /** The single words among them. */
  words(): Iterable<string>;
}

const keyOf = (phrase: readonly string[]): string => phrase.join(' ');

/** Of a single word also its stems, so that its plural means the same. */
const keysOf = (phrase: readonly string[]): string[] => [
  keyOf(phrase),
  ...(phrase.length === 1 ? stemsOf(phrase[0] as string) : []),
];

/** @param groups each a list of words or phrases that stand for one another */
export const createSynonyms = (groups: readonly (readonly string[])[]): Synonyms => {
  const others = new Map<string, (readonly string[])[]>();
  const single = new Set<string>();
  let longest = 1;
  for (const group of groups) {
    const phrases = group.map(wordsOf).filter((phrase) => phrase.length > 0);
    for (const phrase of phrases) {
      const key = keyOf(phrase);
      const same = phrases.filter((other) => keyOf(other) !== key);
      for (const each of keysOf(phrase)) others.set(each, [...(others.get(each) ?? []), ...same]);
      if (phrase.length === 1) single.add(key);
      longest = Math.max(longest, phrase.length);
    }
  }
  return {
    of: (phrase) => {
      for (const key of keysOf(phrase)) {
        const same = others.get(key);
        if (same) return same;
      }
      return [];
    },
    phraseAt: (words, at) => {
      for (let length = Math.min(longest, words.length - at); length > 1; length -= 1) {
        const phrase = words.slice(at, at + length);
        if (others.has(keyOf(phrase))) return phrase;
      }
      return words.slice(at, at + 1);
    },
    has: (word) => single.has(word),
    words: () => single,
  };
};
