import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sum } from './money.ts';
import { taxSummaryOf } from './tax-summary.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const vat = (rate: number, amount: number, included = true) => ({
  ...{ name: 'VAT', rate, included },
  amount: eur(amount),
});

describe('the taxes of an invoice', () => {
  test('are told by rate, included and added ones alike, and what is untaxed is a group of its own', () => {
    const summary = taxSummaryOf([
      { amount: eur(1200), taxes: [vat(2000, 200)] },
      { amount: eur(600), taxes: [vat(2000, 100)] },
      { amount: eur(110), taxes: [vat(1000, 10)] },
      { amount: eur(500), taxes: [] },
    ]);
    expect(summary).toEqual([
      { taxes: [vat(2000, 300)], net: eur(1500), gross: eur(1800) },
      { taxes: [vat(1000, 10)], net: eur(100), gross: eur(110) },
      { taxes: [], net: eur(500), gross: eur(500) },
    ]);
  });

  test('of a country and its state stay together, and a rate of nothing is no tax', () => {
    const state = { name: 'Sales tax', rate: 400, included: false, amount: eur(40) };
    const city = { name: 'City tax', rate: 450, included: false, amount: eur(45) };
    const none = vat(0, 0, false);
    expect(taxSummaryOf([{ amount: eur(1085), taxes: [none, state, city] }])).toEqual([
      { taxes: [state, city], net: eur(1000), gross: eur(1085) },
    ]);
  });

  test('add up to the whole, to the last unit', () => {
    const part = fc
      .record({ net: fc.nat(100_000), tax: fc.nat(20_000), rate: fc.constantFrom(0, 700, 1000, 2000) })
      .map(({ net, tax, rate }) => ({ amount: eur(net + tax), taxes: [vat(rate, tax)] }));
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const summary = taxSummaryOf(parts);
        const whole = sum(
          parts.map(({ amount }) => amount),
          'EUR',
        );
        const gross = sum(
          summary.map((one) => one.gross),
          'EUR',
        );
        const split = sum(
          summary.flatMap(({ net, taxes }) => [net, ...taxes.map(({ amount }) => amount)]),
          'EUR',
        );
        expect([gross, split]).toEqual([whole, whole]);
      }),
    );
  });
});
