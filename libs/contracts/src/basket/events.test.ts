import { expect, test } from '@jest/globals';
import { destinationOf } from '../shared/destination.ts';
import { checkedOut } from './events.ts';
import { checkoutDetails } from './http.ts';

const usd = { amount: 100, currency: 'USD' };
const event = {
  orderId: '01971f00-0000-7000-8000-0000000000a1',
  buyerId: '01971f00-0000-7000-8000-0000000000b1',
  destination: { country: 'DK' },
  paymentToken: 'tok_ok',
  lines: [{ itemId: 1, name: 'Tent', unitPrice: usd, quantity: 1, pictureUrl: '' }],
  totals: { items: usd, discount: usd, shipping: usd, tax: usd, total: usd },
  at: '2026-01-01T00:00:00.000Z',
  version: 1,
};
const details = {
  orderId: event.orderId,
  name: 'Signe Holm',
  email: 'signe@quayside.test',
  shippingAddress: {
    name: 'Signe Holm',
    street: 'Kaj 1',
    city: 'Marstal',
    postalCode: '5960',
    country: 'DK',
  },
};

test('a checkout by a newer publisher, whose destination says more, is read as far as it is known', () => {
  const newer = { ...event, destination: { ...event.destination, zone: 'eu' } };
  expect(checkedOut.data.parse(newer)).toEqual(event);
});

test('so is what Basket of a newer version says of an address', () => {
  const newer = { ...details, shippingAddress: { ...details.shippingAddress, pickupPoint: 'Kiosk 7' } };
  expect(checkoutDetails.parse(newer)).toEqual(details);
});

test.each([
  ['its code', { country: 'CA', state: 'BC' }, { country: 'CA', region: 'BC' }],
  [
    'anything that could be what somebody wrote',
    { country: 'DK', state: 'at Signe Holm' },
    { country: 'DK' },
  ],
  ['nothing', { country: 'DK' }, { country: 'DK' }],
])('the state of a destination is told where it is given by its code: by %s', (_how, address, told) => {
  expect(destinationOf(address)).toEqual(told);
});
