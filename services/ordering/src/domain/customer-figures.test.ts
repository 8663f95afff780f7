import { expect, test } from '@jest/globals';
import { figuresOf } from './customer-figures.ts';

const dollars = (amount: number) => ({ amount, currency: 'USD' });
type Ledger = Parameters<typeof figuresOf>[0][number]['payment']['ledger'];

const order = (id: string, currency: string, submittedAt: string, ledger: Ledger) => {
  const nothing = { amount: 0, currency };
  return {
    ...{ id, submittedAt },
    totals: { items: nothing, discount: nothing, shipping: nothing, tax: nothing, total: nothing },
    payment: { attempt: 1, ledger },
  } as Parameters<typeof figuresOf>[0][number];
};
const charge = (amount: { amount: number; currency: string }, state: 'succeeded' | 'declined' | 'begun') =>
  ({ kind: 'charge', key: 'k', amount, state, at: '' }) as const;
const refund = (amount: { amount: number; currency: string }, state: 'succeeded' | 'begun') =>
  ({ kind: 'refund', key: 'r', chargeKey: 'k', amount, state, reason: '', at: '' }) as const;

test('spend is what was charged and did not go back, each currency for itself', () => {
  const euros = { amount: 900, currency: 'EUR' };
  expect(
    figuresOf([
      order('a', 'USD', '2026-02-01T00:00:00.000Z', [
        charge(dollars(5000), 'declined'),
        charge(dollars(5000), 'succeeded'),
        refund(dollars(1200), 'succeeded'),
        refund(dollars(100), 'begun'),
      ]),
      order('b', 'EUR', '2026-03-01T00:00:00.000Z', [charge(euros, 'succeeded')]),
      order('c', 'USD', '2026-01-01T00:00:00.000Z', [charge(dollars(700), 'begun')]),
      order('d', 'GBP', '2026-01-02T00:00:00.000Z', [
        charge({ amount: 5, currency: 'GBP' }, 'succeeded'),
        refund({ amount: 5, currency: 'GBP' }, 'succeeded'),
      ]),
    ]),
  ).toEqual({ orders: 4, spend: [euros, dollars(3800)], lastOrderAt: '2026-03-01T00:00:00.000Z' });
});

test('whoever never ordered has no figures', () => {
  expect(figuresOf([])).toBeUndefined();
});
