import { expect, test } from '@jest/globals';
import { beginningWith } from './beginning-with.ts';

const printable = Array.from({ length: 95 }, (_, at) => String.fromCodePoint(32 + at)).join('');

test('every sign of a text stands for itself', () => {
  for (const sign of printable) {
    expect(beginningWith(`a${sign}b`).test(`a${sign}b and more`)).toBe(true);
    const others = [...printable].filter((other) => beginningWith(`a${sign}b`).test(`a${other}b`));
    expect(others).toEqual([sign]);
  }
});

test.each(['.*', '(a+)+$', 'a|b', '[a-z]', '\\w', '^', '\\'])('%j finds nothing but itself', (text) => {
  const found = ['', 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', 'b', 'z'].filter((other) =>
    beginningWith(text).test(other),
  );
  expect(found).toEqual([]);
  expect(beginningWith(text).test(text)).toBe(true);
});
