import { expect, test } from '@jest/globals';
import { checkedOut } from './events.ts';

const usd = { amount: 100, currency: 'USD' };
const event = {
  orderId: '01971f00-0000-7000-8000-0000000000a1',
  buyer: { id: '01971f00-0000-7000-8000-0000000000b1', name: 'Signe Holm', email: 'signe@quayside.test' },
  shippingAddress: {
    name: 'Signe Holm',
    street: 'Kaj 1',
    city: 'Marstal',
    postalCode: '5960',
    country: 'DK',
  },
  paymentToken: 'tok_ok',
  lines: [{ itemId: 1, name: 'Tent', unitPrice: usd, quantity: 1, pictureUrl: '' }],
  totals: { items: usd, discount: usd, shipping: usd, tax: usd, total: usd },
  at: '2026-01-01T00:00:00.000Z',
  version: 1,
};

test('a checkout by a newer publisher, whose address says more, is read as far as it is known', () => {
  const newer = { ...event, shippingAddress: { ...event.shippingAddress, pickupPoint: 'Kiosk 7' } };
  expect(checkedOut.data.parse(newer)).toEqual(event);
});
