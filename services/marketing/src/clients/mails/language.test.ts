import { expect, test } from '@jest/globals';
import { momentIn } from './language.ts';

const [winter, summer] = ['2026-01-31T23:30:00Z', '2026-07-31T23:30:00Z'];

test.each([
  ['en', 'UTC', winter, 'January 31, 2026 at 11:30 PM UTC'],
  ['de', 'UTC', winter, '31. Januar 2026 um 23:30 UTC'],
  ['en', 'Europe/Vienna', winter, 'February 1, 2026 at 12:30 AM CET'],
  ['en', 'Europe/Vienna', summer, 'August 1, 2026 at 1:30 AM CEST'],
  ['de', 'Europe/Vienna', winter, '1. Februar 2026 um 00:30 MEZ'],
  ['de', 'Europe/Vienna', summer, '1. August 2026 um 01:30 MESZ'],
  ['en', 'America/New_York', summer, 'July 31, 2026 at 7:30 PM EDT'],
  ['de', 'America/New_York', summer, '31. Juli 2026 um 19:30 GMT-4'],
  ['en', 'Asia/Kathmandu', winter, 'February 1, 2026 at 5:15 AM GMT+5:45'],
] as const)('in %s and %s a moment is told by the clock of the shop', (language, zone, at, said) => {
  expect(momentIn(language, zone, at).replaceAll('\u202f', ' ')).toBe(said);
});
