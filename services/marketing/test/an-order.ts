import type { KnownOrder } from '@quayside/contracts';
import { breakdownOfTotals } from '@quayside/contracts/money';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const items = [
  {
    itemId: 7,
    name: 'Skerry deck lamp',
    unitPrice: usd(4900),
    quantity: 2,
    pictureUrl: '/api/v1/catalog/pictures/7',
  },
  { itemId: 9, name: 'Storm <b>smock</b>', unitPrice: usd(12_900), quantity: 1, pictureUrl: '/p/9' },
];
const totals = {
  items: usd(22_700),
  discount: usd(2000),
  shipping: usd(790),
  tax: usd(1200),
  total: usd(22_690),
};

/** A paid order of two lamps and a smock, as Ordering tells of it. */
export const anOrder = ({
  id,
  buyerId,
  ...change
}: { id: string; buyerId: string } & Partial<KnownOrder>): KnownOrder => ({
  id,
  number: 'QS-7K3M-9Q2F',
  status: 'paid',
  items,
  totals,
  price: breakdownOfTotals(items, totals),
  payment: { charged: totals.total, refunded: usd(0) },
  shipments: [
    {
      id: 'parcel-1',
      state: 'shipped',
      lines: [{ itemId: 7, quantity: 1 }],
      carrier: 'DHL',
      tracking: '0034 0434',
      preparedAt: '2026-03-14T09:26:53.000Z',
      actions: [],
    },
  ],
  returns: [
    {
      id: 'return-1',
      state: 'received',
      lines: [{ itemId: 9, quantity: 1 }],
      reason: 'Too small',
      requestedAt: '2026-03-20T09:26:53.000Z',
      actions: [],
    },
  ],
  cancelledItems: [{ itemId: 9, quantity: 1 }],
  returnableItems: [],
  actions: [],
  shippingAddress: {
    name: 'Signe Holm',
    street: 'Kajen 4',
    city: 'Svaneke',
    postalCode: '3740',
    country: 'DK',
  },
  history: [{ status: 'submitted', at: '2026-03-14T09:26:53.000Z', by: 'buyer' }],
  version: 5,
  placedAt: '2026-03-14T09:26:53.000Z',
  buyer: { id: buyerId, name: 'Signe Holm', email: 'signe@example.com' },
  ...change,
});
