import { describe, expect, test } from '@jest/globals';
import {
  after,
  at,
  beginCharge,
  cancel,
  decline,
  later,
  confirm,
  details,
  endGrace,
  paidOrder,
  submit,
} from '../../test/an-order.ts';
import type { Order } from '../domain/order.ts';
import { orderView } from './order-view.ts';

const view = (order: Order, now = at) => orderView(order, 'buyer', new Date(now));

describe('an order as its buyer sees it', () => {
  test('says how much was refunded', () => {
    const key = `${details.id}:refund`;
    const order = paidOrder(cancel, { type: 'record-refund', at, key, refundId: 're_1' });
    expect(view(order).refunded).toEqual(details.totals.total);
  });

  test('says nothing of a refund when nothing was charged', () => {
    expect(view(after(submit, endGrace, confirm, cancel))).not.toHaveProperty('refunded');
  });

  test('says until when another card may be given, and not when that is over', () => {
    const order = after(submit, endGrace, confirm, beginCharge, decline);
    expect(view(order)).toMatchObject({
      status: 'payment-declined',
      payment: { declined: { reason: 'The card was declined', payUntil: later } },
      actions: ['pay', 'cancel'],
    });
    expect(view(order, later).actions).toEqual(['cancel']);
  });
});
