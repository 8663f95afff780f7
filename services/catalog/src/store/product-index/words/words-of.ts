import { LRUCache } from 'lru-cache';
import { fold } from './fold.ts';

/** Numbers by themselves, so that `12mm` and `12 mm` are the same two words. */
const word = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+/gu;

/** Scripts that put no blanks between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

const partsOf = (run: string): string[] =>
  unspaced.test(run) ? Array.from(segmenter.segment(run), ({ segment }) => segment) : [run];

const read = (text: string): readonly string[] =>
  (fold(text).match(word) ?? []).flatMap(partsOf).map((part) => part.replaceAll(',', '.'));

/** Brands, categories, values of attributes: the same few texts, of very many products. */
const shortText = 60;
const known = new LRUCache<string, readonly string[]>({ max: 5_000 });

/** The words of a text, folded, in their order. */
export const wordsOf = (text: string): readonly string[] => {
  if (text.length > shortText) return read(text);
  const remembered = known.get(text);
  if (remembered) return remembered;
  const words = read(text);
  known.set(text, words);
  return words;
};
