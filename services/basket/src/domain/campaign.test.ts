import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bestCampaign, discountOf, type Campaign } from './campaign.ts';

const now = Date.UTC(2026, 5, 1);
const campaign = (change: Partial<Campaign>): Campaign => ({
  id: 'c1',
  name: 'Regatta week',
  discountPercent: 10,
  startsAt: now - 1000,
  endsAt: now + 1000,
  ...change,
});
const lines = [
  { typeSlug: 'tents', amount: 20_000 },
  { typeSlug: 'ropes', amount: 1_005 },
];

describe('a campaign', () => {
  test('takes its percentage of every line, rounded half up once', () => {
    expect(discountOf(campaign({}), lines)).toBe(2_101);
  });

  test('for one type leaves the other lines alone', () => {
    expect(discountOf(campaign({ typeSlug: 'ropes', discountPercent: 50 }), lines)).toBe(503);
  });

  test('never takes more than the lines are worth', () => {
    const line = fc.record({
      typeSlug: fc.constantFrom('a', 'b'),
      amount: fc.integer({ min: 0, max: 1e10 }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 50 }), fc.integer({ min: 0, max: 100 }), (some, percent) => {
        const discount = discountOf(campaign({ discountPercent: percent, typeSlug: 'a' }), some);
        const worth = some.reduce((sum, { amount }) => sum + amount, 0);
        expect(discount).toBeGreaterThanOrEqual(0);
        expect(discount).toBeLessThanOrEqual(worth);
      }),
    );
  });
});

describe('the best campaign', () => {
  test('is the single one that takes most off these lines', () => {
    const found = bestCampaign(
      [campaign({ id: 'all' }), campaign({ id: 'ropes', typeSlug: 'ropes', discountPercent: 90 })],
      lines,
      now,
    );
    expect(found).toMatchObject({ campaign: { id: 'all' }, discount: 2_101 });
  });

  test('is running: from its start, up to but not at its end', () => {
    const at = (startsAt: number, endsAt: number) =>
      bestCampaign([campaign({ startsAt, endsAt })], lines, now);
    expect(at(now, now + 1)).toBeDefined();
    expect(at(now - 1, now)).toBeUndefined();
    expect(at(now + 1, now + 2)).toBeUndefined();
  });

  test('takes something off', () => {
    expect(bestCampaign([campaign({ typeSlug: 'boots' })], lines, now)).toBeUndefined();
    expect(bestCampaign([campaign({ discountPercent: 0 })], lines, now)).toBeUndefined();
  });

  test('is the same whatever order the campaigns come in', () => {
    const a = campaign({ id: 'a' });
    const b = campaign({ id: 'b' });
    expect(bestCampaign([a, b], lines, now)?.campaign.id).toBe('a');
    expect(bestCampaign([b, a], lines, now)?.campaign.id).toBe('a');
  });
});
