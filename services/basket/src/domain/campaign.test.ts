import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sum } from '@quayside/contracts/money';
import { usd } from '../../test/settings.ts';
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
  { typeSlug: 'tents', amount: usd(20_000) },
  { typeSlug: 'ropes', amount: usd(1_005) },
];
const at = { currency: 'USD', now };
const taken = (change: Partial<Campaign>) => discountOf(campaign(change), lines, 'USD');

describe('a campaign', () => {
  test('takes its percentage of every line, rounded half up once', () => {
    expect(taken({})).toMatchObject({ discount: usd(2_101), shares: [usd(2_000), usd(101)] });
  });

  test('for one type leaves the other lines alone', () => {
    expect(taken({ typeSlug: 'ropes', discountPercent: 50 })).toMatchObject({
      discount: usd(503),
      shares: [usd(0), usd(503)],
    });
  });

  test('never takes more than the lines are worth', () => {
    const line = fc.record({
      typeSlug: fc.constantFrom('a', 'b'),
      amount: fc.integer({ min: 0, max: 1e10 }).map(usd),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 50 }), fc.integer({ min: 0, max: 100 }), (some, percent) => {
        const only = campaign({ discountPercent: percent, typeSlug: 'a' });
        const { discount, shares } = discountOf(only, some, 'USD');
        expect(sum(shares, 'USD')).toEqual(discount);
        shares.forEach(({ amount }, index) => {
          expect(amount).toBeGreaterThanOrEqual(0);
          expect(amount).toBeLessThanOrEqual(some[index]!.amount.amount);
        });
      }),
    );
  });
});

describe('the best campaign', () => {
  test('is the single one that takes most off these lines', () => {
    const found = bestCampaign(
      [campaign({ id: 'all' }), campaign({ id: 'ropes', typeSlug: 'ropes', discountPercent: 90 })],
      lines,
      at,
    );
    expect(found).toMatchObject({ campaign: { id: 'all' }, discount: usd(2_101) });
  });

  test('is running: from its start, up to but not at its end', () => {
    const running = (startsAt: number, endsAt: number) =>
      bestCampaign([campaign({ startsAt, endsAt })], lines, at);
    expect(running(now, now + 1)).toBeDefined();
    expect(running(now - 1, now)).toBeUndefined();
    expect(running(now + 1, now + 2)).toBeUndefined();
  });

  test('takes something off', () => {
    expect(bestCampaign([campaign({ typeSlug: 'boots' })], lines, at)).toBeUndefined();
    expect(bestCampaign([campaign({ discountPercent: 0 })], lines, at)).toBeUndefined();
  });

  test('is the same whatever order the campaigns come in', () => {
    const a = campaign({ id: 'a' });
    const b = campaign({ id: 'b' });
    expect(bestCampaign([a, b], lines, at)?.campaign.id).toBe('a');
    expect(bestCampaign([b, a], lines, at)?.campaign.id).toBe('a');
  });
});
