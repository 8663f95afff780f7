import { expect, test } from '@jest/globals';
import { dayIn, timeZoneConfig } from './time-zone.ts';

test.each([
  ['UTC', '2026-03-29'],
  ['Pacific/Auckland', '2026-03-30'],
  ['America/Los_Angeles', '2026-03-29'],
])('in %s the instant is on %s', (zone, day) => {
  expect(dayIn(zone, new Date('2026-03-29T12:30:00Z'))).toBe(day);
});

test.each(['Europe/Nowhere', '', 'Vienna'])('%j is no time zone', (zone) => {
  expect(timeZoneConfig.SHOP_TIME_ZONE.safeParse(zone).success).toBe(false);
});
