import { expect, test } from '@jest/globals';
import { shopStatusOf, type Out } from './shop-status.ts';

const names = ['storefront', 'catalog', 'basket', 'ordering', 'identity', 'sessions'] as const;
const outOf = (...out: (keyof Out)[]): Out =>
  Object.fromEntries(names.map((name) => [name, out.includes(name)])) as Out;
const statesOf = (...out: (keyof Out)[]) => {
  const { state, parts } = shopStatusOf(outOf(...out), new Date());
  return [state, parts.map((part) => part.state).join(' ')];
};

// browse, basket, checkout, sign-in, orders
test.each([
  [[], 'works', 'works works works works works'],
  [['catalog'], 'disturbed', 'disturbed works disturbed works works'],
  [['basket'], 'disturbed', 'works down down works works'],
  [['ordering'], 'disturbed', 'works works disturbed works down'],
  [['identity'], 'disturbed', 'works works works down works'],
  [['sessions'], 'disturbed', 'works down down down down'],
  [['storefront'], 'disturbed', 'down down down works down'],
  [names, 'down', 'down down down down down'],
] as const)('without %j the shop is %s, and its parts are %s', (out, whole, parts) => {
  expect(statesOf(...out)).toEqual([whole, parts]);
});

test('no part says what stands behind it', () => {
  const { parts } = shopStatusOf(outOf(...names), new Date());
  expect(JSON.stringify(parts)).not.toMatch(/catalog|ordering|identity|redis|kafka|service|gateway/i);
});
