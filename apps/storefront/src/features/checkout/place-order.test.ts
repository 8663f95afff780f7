import { describe, expect, test } from '@jest/globals';
import type { CheckoutAnswer } from '@quayside/contracts';
import { type Result, unreachable } from '../../api/result.ts';
import { type Attempt, keptAttempt } from './attempt.ts';
import { placeOrder } from './place-order.ts';

const attempt: Attempt = {
  key: '5b0f6a2e-6a55-4c6f-8a55-0c8a4b6f6f10',
  request: {
    shippingAddress: {
      name: 'Ida',
      street: '4 Ropewalk',
      city: 'Gloucester',
      postalCode: '01930',
      country: 'US',
    },
    paymentToken: 'tok_ok',
    acceptedTotal: { amount: 9900, currency: 'USD' },
  },
};
const orderId = '01980a4e-7c1e-7000-8000-000000000001';
const accepted: Result<CheckoutAnswer> = { ok: true, data: { orderId } };
const lost: Result<CheckoutAnswer> = { ok: false, problem: unreachable('') };
const refused = (status: number, code: string, extra: object = {}): Result<CheckoutAnswer> => ({
  ok: false,
  problem: { type: 'about:blank', title: 'No', status, code, traceId: 't', ...extra },
});

const shop = (...answers: Result<CheckoutAnswer>[]) => {
  const values = new Map<string, string>();
  const store = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
  const sent: Attempt[] = [];
  const keptWhileSending: (Attempt | undefined)[] = [];
  const send = async (each: Attempt) => {
    sent.push(each);
    keptWhileSending.push(keptAttempt(store));
    return answers[Math.min(sent.length, answers.length) - 1] ?? lost;
  };
  return { sent, keptWhileSending, store, dependencies: { send, store, pause: async () => {} } };
};

describe('placing an order', () => {
  test('sends it once and forgets the attempt when it is accepted', async () => {
    const { sent, store, dependencies } = shop(accepted);
    expect(await placeOrder(attempt, dependencies)).toEqual({ placed: true, orderId });
    expect(sent).toEqual([attempt]);
    expect(keptAttempt(store)).toBeUndefined();
  });

  test('keeps the attempt before it is sent, so that a reload finds it', async () => {
    const { keptWhileSending, dependencies } = shop(accepted);
    await placeOrder(attempt, dependencies);
    expect(keptWhileSending).toEqual([attempt]);
  });

  test.each([
    ['the connection breaks', lost],
    ['the shop is out of reach', refused(503, 'basket-unavailable')],
    ['there are too many requests', refused(429, 'too-many-requests')],
    ['the basket is being changed', refused(409, 'basket-contended')],
  ])('sends the very same again when %s', async (_, answer) => {
    const { sent, dependencies } = shop(answer, answer, accepted);
    expect(await placeOrder(attempt, dependencies)).toEqual({ placed: true, orderId });
    expect(sent).toEqual([attempt, attempt, attempt]);
  });

  test('gives up after four times without deciding, and keeps the attempt for later', async () => {
    const { sent, store, dependencies } = shop(lost);
    expect(await placeOrder(attempt, dependencies)).toEqual({ placed: 'unknown' });
    expect(sent).toHaveLength(4);
    expect(keptAttempt(store)).toEqual(attempt);
  });

  test('shows a changed price with old and new, and does not repeat the attempt', async () => {
    const change = {
      itemId: 1,
      name: 'Guernsey',
      oldPrice: { amount: 9900, currency: 'USD' as const },
      newPrice: { amount: 10900, currency: 'USD' as const },
    };
    const total = { amount: 11772, currency: 'USD' as const };
    const { sent, store, dependencies } = shop(refused(409, 'price-changed', { changes: [change], total }));
    expect(await placeOrder(attempt, dependencies)).toEqual({
      placed: false,
      trouble: { kind: 'price-changed', changes: [change], total },
    });
    expect(sent).toHaveLength(1);
    expect(keptAttempt(store)).toBeUndefined();
  });

  test.each([
    [409, 'item-not-active', { kind: 'item-not-active', lines: [] }],
    [409, 'insufficient-stock', { kind: 'insufficient-stock', lines: [] }],
    [422, 'basket-empty', { kind: 'basket-empty' }],
    [401, 'unauthenticated', { kind: 'signed-out' }],
    [403, 'sign-in-required', { kind: 'signed-out' }],
    [422, 'idempotency-key-reused', { kind: 'refused', title: 'No' }],
    [400, 'malformed-request', { kind: 'refused', title: 'No' }],
  ])('takes %i %s as a decision', async (status, code, trouble) => {
    const { sent, dependencies } = shop(refused(status, code));
    expect(await placeOrder(attempt, dependencies)).toEqual({ placed: false, trouble });
    expect(sent).toHaveLength(1);
  });
});
