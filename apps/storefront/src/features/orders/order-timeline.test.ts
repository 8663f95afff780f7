import { describe, expect, test } from '@jest/globals';
import type { Order, OrderStatus } from '@quayside/contracts';
import { isCancellable, isSettled, timelineOf } from './order-timeline.ts';

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

  test('goes by way of the refund when a paid order is cancelled', () => {
    const paid: OrderStatus[] = ['submitted', 'awaiting-validation', 'stock-confirmed', 'paid'];
    expect(course(...paid, 'refunding').slice(-2)).toEqual([
      ['refunding', 'current'],
      ['cancelled', 'ahead'],
    ]);
    expect(course(...paid, 'refunding', 'cancelled').slice(-2)).toEqual([
      ['refunding', 'done'],
      ['cancelled', 'stopped'],
    ]);
  });

  test('gives each step behind the time it happened, and no other a time', () => {
    const steps = timelineOf(order('submitted', 'awaiting-validation'));
    expect(steps.map((step) => step.at)).toEqual([at(0), at(1), undefined, undefined, undefined, undefined]);
  });
});

test('an order may be cancelled until it is shipped', () => {
  const all: OrderStatus[] = [
    'submitted',
    'awaiting-validation',
    'stock-confirmed',
    'paid',
    'shipped',
    'delivered',
  ];
  expect(all.filter(isCancellable)).toEqual(['submitted', 'awaiting-validation', 'stock-confirmed', 'paid']);
  expect((['refunding', 'cancelled'] as const).some(isCancellable)).toBe(false);
});

test('nothing more is waited for once an order is delivered or cancelled', () => {
  expect((['delivered', 'cancelled'] as const).every(isSettled)).toBe(true);
  expect((['submitted', 'paid', 'shipped', 'refunding'] as const).some(isSettled)).toBe(false);
});
