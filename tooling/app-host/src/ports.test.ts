import { expect, test } from '@jest/globals';

import { highestOffset, portsAt } from './ports.ts';

const lowestOfOutgoing = 32_768;

test('an offset moves every port, and two checkouts 1000 apart share none', () => {
  const here = Object.values(portsAt(0));
  const there = Object.values(portsAt(1000));
  expect(new Set([...here, ...there]).size).toBe(here.length * 2);
});

test('none is a port that Linux gives to outgoing connections', () => {
  expect(Math.max(...Object.values(portsAt(highestOffset)))).toBeLessThan(lowestOfOutgoing);
});
