import { expect, test } from '@jest/globals';
import { columnOf, numberFormOf, numberText, unescaped } from './cell-text.ts';

const number = { kind: 'number' } as const;
const date = { kind: 'date' } as const;

test.each([
  ['19.9', '19.9'],
  ['19.899999999999999', '19.9'],
  ['0.1', '0.1'],
  ['4006381333931', '4006381333931'],
  ['1E+21', '1000000000000000000000'],
  ['1e-7', '0.0000001'],
  ['-5', '-5'],
  ['1.299', '1.2990'],
])('the number %s says %s', (written, text) => expect(numberText(written, number, false)).toBe(text));

test.each([
  ['1', false, '1900-01-01'],
  ['59', false, '1900-02-28'],
  ['61', false, '1900-03-01'],
  ['45658', false, '2025-01-01'],
  ['45658.75', false, '2025-01-01 18:00:00'],
  ['0.5', false, '12:00:00'],
  ['44196', true, '2025-01-01'],
])('the date %s (counted from 1904: %s) says %s', (written, is1904, text) =>
  expect(numberText(written, date, is1904)).toBe(text),
);

test.each([
  [14, undefined, 'date'],
  [22, undefined, 'date'],
  [2, undefined, 'number'],
  [164, 'dd.mm.yyyy', 'date'],
  [164, '[$-409]d-mmm-yy', 'date'],
  [164, '[h]:mm', 'date'],
  [164, '#,##0.00 "days"', 'number'],
  [164, '[Red]0.00', 'number'],
  [164, 'General', 'number'],
  [164, '0.00E+00', 'number'],
  [164, '00000', 'padded'],
])('the number format %i %s is one of a %s', (id, code, kind) =>
  expect(numberFormOf(id, code).kind).toBe(kind),
);

test('a number that is shown with zeros before it says them', () => {
  expect(numberText('123', numberFormOf(164, '00000'), false)).toBe('00123');
});

test('characters written by their code are those characters, and none is NUL', () => {
  expect(unescaped('a_x000A_b_x005F_c')).toBe('a\nb_c');
  expect(unescaped('_x0000_')).toBe('\u{1}');
});

test.each([
  ['A1', 0],
  ['Z9', 25],
  ['AA1', 26],
  ['XFD1', 16_383],
  ['1', undefined],
])('%s is column %s', (name, column) => expect(columnOf(name)).toBe(column));
