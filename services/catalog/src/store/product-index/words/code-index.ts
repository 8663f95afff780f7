import { fold } from './fold.ts';
import { createSortedTerms } from './sorted-terms.ts';

/** SKUs and barcodes as people type them: without blanks, dashes and case. */
const codeOf = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
const shortest = 4;
/** Digits, or parts put together by a sign. */
const looksLikeCode = /\p{N}|\w[-_./]\w/u;

/** Which product a SKU or barcode is of. */
export interface CodeIndex {
  put(place: number, codes: readonly string[]): void;
  /** The product of exactly that code, or those of codes that begin so. */
  find(text: string): number[];
}

export const createCodeIndex = (): CodeIndex => {
  const placeOf = new Map<string, number>();
  const codesOf: string[][] = [];
  const sorted = createSortedTerms(() => placeOf.keys());

  return {
    put: (place, codes) => {
      const before = codesOf[place] ?? [];
      const now = codes.map(codeOf).filter((code) => code !== '');
      if (before.join() === now.join()) return;
      for (const code of before) if (placeOf.get(code) === place) placeOf.delete(code);
      for (const code of now) placeOf.set(code, place);
      codesOf[place] = now;
      sorted.changed();
    },
    find: (text) => {
      const code = codeOf(text);
      const exact = placeOf.get(code);
      if (exact !== undefined) return [exact];
      if (code.length < shortest || !looksLikeCode.test(text)) return [];
      return [...new Set(sorted.startingWith(code).map((full) => placeOf.get(full) as number))];
    },
  };
};
