import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toSearchQuery } from './search-query.ts';

describe('toSearchQuery', () => {
  test('asks for every word, the last one as a beginning', () => {
    expect(toSearchQuery('Storm jack')).toEqual({
      stemmed: 'storm & (jack | jack:*)',
      written: 'storm & jack:*',
    });
  });

  test('folds accents, case and punctuation', () => {
    expect(toSearchQuery('  Fjällräv-3in1! ')?.written).toBe('fjallrav & 3in1:*');
  });

  test.each(["'&|!", '🛶', '()', ':*', '\u0000', '\\'])('finds no word in %j', (text) => {
    expect(toSearchQuery(text)).toBeUndefined();
  });

  test('never lets an operator through and stays bounded, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const query = toSearchQuery(text);
        const words = query?.written.split(' & ') ?? [];
        expect(words.length).toBeLessThanOrEqual(12);
        words.forEach((word) => expect(word).toMatch(/^[\p{L}\p{N}]+(:\*)?$/u));
      }),
    );
  });
});
