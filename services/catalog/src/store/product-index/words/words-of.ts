import { fold } from './fold.ts';

/** Numbers by themselves, so that `12mm` and `12 mm` are the same two words. */
const word = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+/gu;

/** Scripts that put no blanks between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

const partsOf = (run: string): string[] =>
  unspaced.test(run) ? Array.from(segmenter.segment(run), ({ segment }) => segment) : [run];

/** The words of a text, folded, in their order. */
export const wordsOf = (text: string): string[] =>
  (fold(text).match(word) ?? []).flatMap(partsOf).map((part) => part.replaceAll(',', '.'));
