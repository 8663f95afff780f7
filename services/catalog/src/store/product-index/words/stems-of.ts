import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as german } from '@orama/stemmers/german';
import { LRUCache } from 'lru-cache';

const latin = /^[a-z]{3,40}$/;
const known = new LRUCache<string, readonly string[]>({ max: 20_000 });

/** What a folded word is found by besides itself: its stems in the languages of the shop. */
export const stemsOf = (word: string): readonly string[] => {
  if (!latin.test(word)) return [];
  const heard = known.get(word);
  if (heard) return heard;
  const stems = [...new Set([english(word), german(word)])].filter((stem) => stem !== word);
  known.set(word, stems);
  return stems;
};
