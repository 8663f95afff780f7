import { expect, test } from '@jest/globals';
import { isSentToGerman } from './sent-to-german.ts';

const visit = (acceptLanguage: string, site = 'none') =>
  isSentToGerman(
    new Headers({
      'accept-language': acceptLanguage,
      'sec-fetch-site': site,
      'sec-fetch-mode': 'navigate',
    }),
  );

test.each([
  ['de', true],
  ['de-AT,de;q=0.9,en;q=0.8', true],
  ['fr-FR,fr;q=0.9,de;q=0.5,en;q=0.4', true],
  ['en-US,en;q=0.9,de;q=0.8', false],
  ['en;q=0.5, de;q=0.7', true],
  ['en,de', false],
  ['de;q=0', false],
  ['fr', false],
  ['', false],
  ['de;;q=x;,,;q=', true],
  [';;q=,,', false],
])('a browser that wants %j is led to German: %s', (wanted, isSent) => {
  expect(visit(wanted)).toBe(isSent);
});

test('who comes from within the shop chose its language, and what sends no such header is a machine', () => {
  expect(visit('de', 'same-origin')).toBe(false);
  expect(visit('de', 'cross-site')).toBe(true);
  expect(isSentToGerman(new Headers({ 'accept-language': 'de' }))).toBe(false);
});
