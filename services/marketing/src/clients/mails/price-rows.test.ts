import { expect, test } from '@jest/globals';
import { breakdownOfTotals } from '@quayside/contracts/money';
import { englishOrderWords } from './english-order-words.ts';
import { germanOrderWords } from './german-order-words.ts';
import { priceRows } from './price-rows.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

test('the tax of an order has the name of the language of the mail', () => {
  const items = [{ itemId: 7, name: 'Lamp', unitPrice: eur(4900), quantity: 1, pictureUrl: '/p/7' }];
  const totals = { items: eur(4900), discount: eur(0), shipping: eur(0), tax: eur(782), total: eur(5682) };
  const { lines, ...price } = breakdownOfTotals(items, totals);
  const taxed = {
    ...price,
    lines: lines.map((line) => ({
      ...line,
      taxes: [{ name: 'VAT', rate: 1900, included: true, amount: eur(782) }],
    })),
  };
  const labels = (language: 'en' | 'de', words: typeof germanOrderWords) =>
    priceRows({ price: taxed, refunded: undefined }, language, words).map(({ label }) => label);
  expect(labels('de', germanOrderWords)).toContain('MwSt. 19\u00A0% (enthalten)');
  expect(labels('en', englishOrderWords)).toContain('VAT 19% (included)');
});
