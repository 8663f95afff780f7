import { describe, expect, test } from '@jest/globals';
import type { Order } from '../domain/order.ts';
import { orderView } from './order-view.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' as const });
const cancelled = (payment: object): Order =>
  ({
    id: '01a20362-d0bd-743a-9b69-8f8667cd8855',
    totals: { items: usd(900), discount: usd(0), shipping: usd(90), tax: usd(10), total: usd(1000) },
    lines: [],
    history: [],
    status: 'cancelled',
    payment,
  }) as unknown as Order;

describe('an order as its buyer sees it', () => {
  test('says how much was refunded', () => {
    const order = cancelled({ state: 'refunded', chargeId: 'ch_1', refundId: 're_1' });
    expect(orderView(order).refunded).toEqual(usd(1000));
  });

  test('says nothing of a refund when nothing was charged', () => {
    expect(orderView(cancelled({ state: 'none' }))).not.toHaveProperty('refunded');
  });
});
