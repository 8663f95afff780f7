import { describe, expect, test } from '@jest/globals';
import { after, apply, at, details, submit } from '../../test/an-order.ts';
import { decide } from './decide.ts';
import type { Order } from './order.ts';
import { orderNumberKey } from './order-number.ts';

const reach = { locale: 'de', linkKey: 'a-key', linksAskedAt: [] };
const ofGuest = after({
  ...submit,
  details: { ...details, buyer: { ...details.buyer, isGuest: true, reach } },
} as typeof submit);
const askAt = (time: string) => ({ type: 'request-link', at: time }) as const;
const buyer = { id: '0199a0b0-0000-7000-8000-0000000000aa', name: 'Ada', email: 'ada@quayside.test' };

describe('a link to a guest’s order', () => {
  test('is mailed three times a day at most, and again the day after', () => {
    const day = ['2026-11-22T10:00:00.000Z', '2026-11-22T11:00:00.000Z', '2026-11-22T12:00:00.000Z'];
    const asked = day.reduce<Order | undefined>((order, time) => apply(order, askAt(time)), ofGuest);
    expect(asked?.buyer.reach?.linksAskedAt).toEqual(day);
    expect(decide(askAt('2026-11-23T09:59:59.000Z'), asked)).toEqual([]);
    const next = apply(asked, askAt('2026-11-23T10:00:01.000Z'));
    expect(next?.buyer.reach?.linksAskedAt).toHaveLength(3);
    expect(next?.version).toBe(5);
  });

  test('is not mailed for an order of an account, or of somebody forgotten', () => {
    expect(decide(askAt(at), after(submit))).toEqual([]);
    expect(decide(askAt(at), apply(ofGuest, { type: 'anonymise-buyer', at }))).toEqual([]);
  });
});

describe('a guest’s order', () => {
  test('becomes that of the account once, and what links were signed with is gone', () => {
    const claimed = apply(ofGuest, { type: 'claim-order', at, buyer });
    expect(claimed?.buyer).toEqual(buyer);
    expect(claimed?.history).toEqual(ofGuest.history);
    expect(decide({ type: 'claim-order', at, buyer: { ...buyer, id: 'another' } }, claimed)).toEqual([]);
  });

  test('of somebody forgotten is still known to be a guest’s, and nothing of them', () => {
    const forgotten = apply(ofGuest, { type: 'anonymise-buyer', at });
    expect(forgotten?.buyer).toEqual({
      ...{ id: details.buyer.id, name: 'Former customer', email: '', isGuest: true },
    });
  });
});

test.each(['QS-7K3M-9Q2F', 'qs 7k3m 9q2f', '7K3M9Q2F', ' 7k3m-9q2f. ', 'QS–7K3M–9Q2F'])(
  'an order is found by %j',
  (typed) => expect(orderNumberKey(typed)).toBe('7k3m9q2f'),
);
test('a letter that no number has is taken for the digit it looks like', () =>
  expect(orderNumberKey('QS-OK1L-IIOO')).toBe('0k111100'));
