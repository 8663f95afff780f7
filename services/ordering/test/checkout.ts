import type { basketEvents, EventData } from '@quayside/contracts';
import { v7 as uuidv7 } from 'uuid';
import type { CheckoutDetails, KeptDetails } from '../src/usecases/checkout-details.ts';

type CheckedOut = EventData<typeof basketEvents.checkedOut>;

const usd = (amount: number) => ({ amount, currency: 'USD' as const });

/** Who checks out here, and where to. */
export const ada: CheckoutDetails = {
  name: 'Ada Marsh',
  email: 'ada@quayside.test',
  shippingAddress: {
    name: 'Ada Marsh',
    street: '1 Quay Street',
    city: 'Falmouth',
    postalCode: 'TR11 3LG',
    country: 'GB',
  },
};
/** As Basket answers as long as it has not heard that the order is submitted. */
export const keptDetails: KeptDetails = { of: async () => ada };

/** A basket that was checked out, as Basket says it. */
export const checkoutOf = (change: Partial<CheckedOut> = {}): CheckedOut => ({
  orderId: uuidv7(),
  buyerId: uuidv7(),
  destination: { country: 'GB' },
  paymentToken: 'tok_ok',
  lines: [
    { itemId: 7, name: 'Storm lantern', unitPrice: usd(4500), quantity: 2, pictureUrl: '/p/7.webp' },
    { itemId: 9, name: 'Oilskin jacket', unitPrice: usd(12900), quantity: 1, pictureUrl: '/p/9.webp' },
  ],
  totals: { items: usd(21900), discount: usd(0), shipping: usd(500), tax: usd(0), total: usd(22400) },
  at: new Date().toISOString(),
  version: 1,
  ...change,
});
