import { breakdownOfTotals } from '../money/breakdown-of-totals.ts';
import type { Totals } from '../money/price-breakdown.ts';

const dollars = (amount: number) => ({ amount, currency: 'USD' });

const boughtLine = {
  itemId: 7,
  name: 'Skerry deck lamp',
  unitPrice: dollars(4900),
  quantity: 2,
  pictureUrl: '/api/v1/catalog/pictures/7-3f9c2a',
};
const totals: Totals = {
  items: dollars(9800),
  discount: dollars(0),
  shipping: dollars(790),
  tax: dollars(784),
  total: dollars(11_374),
};

/** One purchase, told by the examples of all events. */
export const example = {
  dollars,
  orderId: '0199d3f2-5c1e-7a40-9d52-3f6c0e1b7a11',
  userId: '0199d3ee-0b7d-7c33-8a1f-64d20b9c5e02',
  questionId: '0199e4d1-6b2f-7c18-9e40-5a7d3c8f2b16',
  shipmentId: '0199d7a1-11f0-7d06-8f1c-90d2c7a6e3b4',
  returnId: '0199e2c4-7a3b-7b51-a6d8-2f4e9c0b1d63',
  at: '2026-03-14T09:26:53.000Z',
  itemId: 7,
  line: { itemId: 7, quantity: 2 },
  boughtLine,
  totals,
  price: breakdownOfTotals([boughtLine], totals),
};
