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
  const sorted = createSortedTerms();

  return {
    put: (place, codes) => {
      for (const code of codesOf[place] ?? []) {
        if (placeOf.get(code) !== place) continue;
        placeOf.delete(code);
        sorted.delete(code);
      }
      codesOf[place] = codes.map(codeOf).filter((code) => code !== '');
      for (const code of codesOf[place]) {
        placeOf.set(code, place);
        sorted.add(code);
      }
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
