import { expect, test } from '@jest/globals';
import { declineReasonIn } from './decline-reason.ts';

test.each([
  ['de', 'The card was declined by its bank', 'Die Karte wurde von ihrer Bank abgelehnt'],
  ['de', 'A reason that nobody knew of', 'A reason that nobody knew of'],
  ['en', 'The card was declined by its bank', 'The card was declined by its bank'],
] as const)('a payment that is declined is explained in %s', (language, reason, said) => {
  expect(declineReasonIn(language, reason)).toBe(said);
});
