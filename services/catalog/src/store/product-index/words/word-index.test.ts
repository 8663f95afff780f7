import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { placeIn, weightIn } from './postings.ts';
import type { ProductTexts } from './product-texts.ts';
import { createWordIndex, type WordIndex } from './word-index.ts';

const words = ['sail', 'sails', 'sailing', 'jacket', 'rope', 'ropes', 'lamp', 'regenjacke'];
const codes = ['QS-1001', 'QS-1002', 'QS-2001'];
const some = (from: readonly string[]) => fc.array(fc.constantFrom(...from), { maxLength: 4 });
const texts = fc.record<ProductTexts>({
  names: some(words),
  kinds: some(words),
  marks: some(words),
  descriptions: some(words),
  codes: some(codes),
});
const puts = fc.array(fc.record({ place: fc.nat({ max: 3 }), texts }), { maxLength: 12 });

const terms = [...words, 'jack', 'lampe', 'sai', 'regenjack'];
const foundIn = (index: WordIndex) => ({
  entries: terms.map((term) =>
    Array.from(index.entriesOf(term), (entry) => [placeIn(entry), weightIn(entry)]),
  ),
  has: terms.map((term) => [index.has(term), index.isWritten(term)]),
  written: index.written(),
  beginnings: ['s', 'sail', 'r', 'x'].map(index.startingWith),
});

test('finds the same whether products came as they are or were changed until they were so', () => {
  fc.assert(
    fc.property(puts, (all) => {
      const changed = createWordIndex();
      for (const { place, texts: given } of all) {
        changed.put(place, given);
        // Asked in between, so that nothing that is sorted for it is kept too long.
        changed.startingWith('s');
      }
      const last = new Map(all.map(({ place, texts: given }) => [place, given]));
      const fresh = createWordIndex();
      for (const place of [...last.keys()].sort()) fresh.put(place, last.get(place) as ProductTexts);
      expect(foundIn(changed)).toEqual(foundIn(fresh));
    }),
  );
});

test('a code that went to another product leads there', () => {
  const index = createWordIndex();
  const none = { names: [], kinds: [], marks: [], descriptions: [] };
  index.put(0, { ...none, codes: ['QS-1001', 'QS-1002'] });
  index.put(1, { ...none, codes: ['QS-1001'] });
  index.put(0, { ...none, codes: ['QS-1002'] });
  expect([index.placesOfCode('qs1001'), index.placesOfCode('QS-1002')]).toEqual([[1], [0]]);
  expect(index.placesOfCode('QS-10').sort()).toEqual([0, 1]);
});
