import { describe, expect, test } from '@jest/globals';
import type { Order, OrderStatus } from '@quayside/contracts';
import { wordsIn } from '../../i18n/words-in.ts';
import { isSettled, timelineOf as timelineIn } from './order-timeline.ts';

const timelineOf = (order: Parameters<typeof timelineIn>[0]) => timelineIn(order, wordsIn('en', 'orders'));

const at = (minute: number) => `2026-03-01T10:0${minute}:00.000Z`;
const order = (...statuses: OrderStatus[]): Pick<Order, 'status' | 'history'> => ({
  status: statuses.at(-1) ?? 'submitted',
  history: statuses.map((status, minute) => ({
    status,
    at: at(minute),
    by: 'system',
    ...(status === 'cancelled' && { reason: 'stock-rejected' }),
  })),
});
const course = (...statuses: OrderStatus[]) =>
  timelineOf(order(...statuses)).map((step) => [step.status, step.state]);

describe('the timeline of an order', () => {
  test('shows the whole course ahead of a new order', () => {
    expect(course('submitted')).toEqual([
      ['submitted', 'current'],
      ['awaiting-validation', 'ahead'],
      ['stock-confirmed', 'ahead'],
      ['paid', 'ahead'],
      ['shipped', 'ahead'],
      ['delivered', 'ahead'],
    ]);
  });

  test('marks what is behind, where it stands and what is ahead', () => {
    expect(course('submitted', 'awaiting-validation', 'stock-confirmed', 'paid')).toEqual([
      ['submitted', 'done'],
      ['awaiting-validation', 'done'],
      ['stock-confirmed', 'done'],
      ['paid', 'current'],
      ['shipped', 'ahead'],
      ['delivered', 'ahead'],
    ]);
  });

  test('ends where an order was cancelled, with the reason', () => {
    const steps = timelineOf(order('submitted', 'awaiting-validation', 'cancelled'));
    expect(steps.map((step) => step.status)).toEqual(['submitted', 'awaiting-validation', 'cancelled']);
    expect(steps.at(-1)).toMatchObject({ state: 'stopped', reason: 'stock-rejected', at: at(2) });
  });

  test('goes by way of the refund when a paid order is cancelled, and says how much it was', () => {
    const paid: OrderStatus[] = ['submitted', 'awaiting-validation', 'stock-confirmed', 'paid'];
    expect(course(...paid, 'refunding').slice(-2)).toEqual([
      ['refunding', 'current'],
      ['cancelled', 'ahead'],
    ]);
    const refunded = { amount: 4200, currency: 'USD' as const };
    const steps = timelineOf({ ...order(...paid, 'refunding', 'cancelled'), refunded });
    expect(steps.slice(-2)).toMatchObject([
      { status: 'refunding', state: 'done', label: 'Refunded' },
      { status: 'cancelled', state: 'stopped', explanation: expect.stringContaining('$42.00') },
    ]);
  });

  test('knows no refund when nothing was charged after all', () => {
    const cancelledMeanwhile = course('submitted', 'stock-confirmed', 'refunding', 'cancelled');
    expect(cancelledMeanwhile).toEqual([
      ['submitted', 'done'],
      ['stock-confirmed', 'done'],
      ['cancelled', 'stopped'],
    ]);
  });

  test('goes on saying why it was cancelled when a late charge was refunded after that', () => {
    const late = order('submitted', 'stock-confirmed', 'cancelled', 'cancelled');
    const history = late.history.map((entry, index) =>
      index === 3 ? { ...entry, reason: 'refunded' } : entry,
    );
    expect(timelineOf({ ...late, history }).at(-1)).toMatchObject({ reason: 'stock-rejected', at: at(2) });
  });

  test('stops at a declined card, with what follows when another one pays', () => {
    const confirmed: OrderStatus[] = ['submitted', 'awaiting-validation', 'stock-confirmed'];
    expect(course(...confirmed, 'payment-declined').slice(2)).toEqual([
      ['stock-confirmed', 'done'],
      ['payment-declined', 'current'],
      ['paid', 'ahead'],
      ['shipped', 'ahead'],
      ['delivered', 'ahead'],
    ]);
    expect(course(...confirmed, 'payment-declined', 'stock-confirmed', 'paid')[3]).toEqual([
      'paid',
      'current',
    ]);
  });

  test('draws of what comes after a part only what is still to come', () => {
    const paid: OrderStatus[] = ['submitted', 'awaiting-validation', 'stock-confirmed', 'paid'];
    expect(course(...paid, 'partly-shipped').slice(3)).toEqual([
      ['paid', 'done'],
      ['partly-shipped', 'current'],
      ['shipped', 'ahead'],
      ['delivered', 'ahead'],
    ]);
    expect(course(...paid, 'shipped', 'delivered', 'partly-refunded').slice(4)).toEqual([
      ['shipped', 'done'],
      ['delivered', 'done'],
      ['partly-refunded', 'current'],
    ]);
    expect(course(...paid, 'shipped', 'delivered', 'returned').at(-1)).toEqual(['returned', 'current']);
    expect(course(...paid, 'refunded').at(-1)).toEqual(['refunded', 'current']);
  });

  test('gives each step behind the time it happened, and no other a time', () => {
    const steps = timelineOf(order('submitted', 'awaiting-validation'));
    expect(steps.map((step) => step.at)).toEqual([at(0), at(1), undefined, undefined, undefined, undefined]);
  });
});

test('nothing more is waited for once an order is delivered or cancelled', () => {
  expect((['delivered', 'cancelled', 'refunded', 'returned'] as const).every(isSettled)).toBe(true);
  expect((['submitted', 'payment-declined', 'paid', 'shipped', 'refunding'] as const).some(isSettled)).toBe(
    false,
  );
});
