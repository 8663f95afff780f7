import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanLine, isPersonName, isPrintableLine, isPrintableText, writtenLine } from './text.ts';

describe('a line that somebody wrote', () => {
  test.each([
    ['blanks around and between', '  Signe \t Marie\u00A0 Holm ', 'Signe Marie Holm'],
    ['zero-width characters of a paste', 'Sig\u200Bne\uFEFF Ho\u00ADlm', 'Signe Holm'],
    ['a turned direction', 'Holm\u202E 12', 'Holm 12'],
    ['line separators', 'Quay\u20281', 'Quay 1'],
    ['letters of two parts', 'A\u030Arhus', 'Århus'],
    ['joiners of Persian and of emoji', 'می\u200Cخواهم 👩\u200D🚀', 'می\u200Cخواهم 👩\u200D🚀'],
    ['other scripts', 'מרים לוי, 李小龍, Łódź', 'מרים לוי, 李小龍, Łódź'],
  ])('keeps what was meant of %s', (_of, text, meant) => {
    expect(writtenLine(120).parse(text)).toBe(meant);
  });

  test.each([
    ['\u200B'],
    ['\u200D\u200C'],
    ['\u2800'],
    ['\u3164'],
    ['\u00A0\u2003'],
    ['\u202E'],
    ['\uFE0F'],
    [''],
  ])('is refused when there is nothing to see: %j', (text) => {
    expect(writtenLine(120).safeParse(text).success).toBe(false);
  });

  test.each([['Signe\u0000'], ['\u0007Holm'], ['Holm\uD800']])('is refused with %j in it', (text) => {
    expect(writtenLine(120).safeParse(text).success).toBe(false);
  });

  test('is the same when it is cleaned once more, and never has what it must not have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = cleanLine(text);
        expect(cleanLine(line)).toBe(line);
        expect(line).not.toMatch(/[\u2028\u2029\u202A-\u202E\u200B\u2066-\u2069]|^\s|\s$/u);
      }),
    );
  });
});

test.each([['\u202Eevil'], ['two\u2028lines'], ['\u200B'], ['\u0000']])('%j is not for a label', (text) => {
  expect(isPrintableLine(text)).toBe(false);
  expect(isPrintableText(text)).toBe(false);
});

describe('a name of a person', () => {
  test.each([
    'Signe Holm',
    "Sinéad O'Connor-Lund",
    'J. R. R. Tolkien',
    '李小龍',
    'Zoë',
    'محمد',
    'Dr. Ærø 3rd',
  ])('%s is one', (name) => expect(isPersonName(name)).toBe(true));

  test.each([
    ['a page', 'https://evil.example/win'],
    ['a page without its scheme', 'www.evil.test'],
    ['a domain', 'Win at evil.com now'],
    ['an e-mail address', 'me@evil.test'],
    ['no letter', '12345'],
  ])('%s is none', (_what, name) => expect(isPersonName(name)).toBe(false));
});
