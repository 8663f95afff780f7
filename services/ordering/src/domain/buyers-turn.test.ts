import { describe, expect, test } from '@jest/globals';
import {
  answerTo,
  after,
  at,
  beginCharge,
  cancel,
  charge,
  confirm,
  decline,
  endGrace,
  submit,
} from '../../test/an-order.ts';
import { dueWorkOf } from './due-work.ts';
import { paymentStateOf } from './order-axes.ts';
import type { OrderCommand } from './order-command.ts';
import { awaitedVisit, paidBy } from './payment-ledger.ts';

const key = '0199a0b0-0000-7000-8000-000000000001';
const atSecond = (seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString();
const visit = { kind: 'challenge', url: 'https://pay.test/challenges/1', until: atSecond(600) } as const;
const ask: OrderCommand = { type: 'ask-buyer', at, key, visit };
const back = (seconds: number): OrderCommand => ({
  type: 'end-visit',
  at: atSecond(seconds),
  isGivenUp: false,
});
const giveUp: OrderCommand = { type: 'end-visit', at: atSecond(20), isGivenUp: true };
const asked = (...more: OrderCommand[]) => after(submit, endGrace, confirm, beginCharge, ask, ...more);
const dueAt = (order: ReturnType<typeof asked>, seconds: number) => dueWorkOf(order, atSecond(seconds));

describe('an order whose buyer is asked', () => {
  test('says so on the payment axis alone, and nowhere once it is paid', () => {
    expect([asked().status, paymentStateOf(asked())]).toEqual(['stock-confirmed', 'awaiting-buyer']);
    const paid = asked(charge);
    expect([paid.status, paymentStateOf(paid), awaitedVisit(paid)]).toEqual(['paid', 'paid', undefined]);
    expect(JSON.stringify(paid)).not.toContain(visit.url);
  });

  test.each([
    ['soon', 0, 1],
    ['after half of what was waited', 10, 15],
    ['half a minute later at most', 300, 330],
    ['when the time is over', 590, 600],
    ['at once when it is over', 601, 601],
  ])('is looked up %s', (_, now, then) => {
    expect(dueAt(asked(), now)).toEqual({ kind: 'charge', at: atSecond(then) });
  });

  test('is looked up as often as at first when the buyer is back, and at once when they give up', () => {
    expect(dueAt(asked(back(300)), 300)).toEqual({ kind: 'charge', at: atSecond(301) });
    expect(dueAt(asked(giveUp), 20)).toEqual({ kind: 'charge', at: atSecond(20) });
  });

  test('hears nothing new of what it knows', () => {
    expect(answerTo(ask, asked())).toEqual({ events: [] });
    expect(answerTo(back(302), asked(back(300)))).toEqual({ events: [] });
    expect(answerTo(back(303), asked(back(300))).events).toMatchObject([{ type: 'visit-ended' }]);
    expect(answerTo(back(300), asked(giveUp))).toEqual({ events: [] });
    for (const order of [asked(charge), asked(decline), asked(cancel)]) {
      expect(answerTo(giveUp, order)).toEqual({ events: [] });
      expect(answerTo(ask, order)).toEqual({ events: [] });
    }
  });

  test('asks again where the company asks at another address', () => {
    const anew: OrderCommand = { ...ask, visit: { ...visit, url: 'https://pay.test/challenges/2' } };
    expect(awaitedVisit(asked(giveUp, anew))).toEqual({ ...anew.visit, askedAt: at });
  });

  test('that is cancelled finds out first what became of the charge', () => {
    const order = asked(cancel);
    expect([order.status, dueAt(order, 1)?.kind]).toEqual(['refunding', 'refund']);
  });
});

describe('paying by bank', () => {
  const again = (paymentToken: string): OrderCommand => ({ type: 'pay-again', at, paymentToken });
  const declinedAgain = { ...decline, key: `${key}:2` } as OrderCommand;

  test('may be tried again once it is declined, and is one attempt until then', () => {
    const second = asked(decline, again('tok_bank'));
    expect([second.payment.attempt, paidBy(second)]).toEqual([2, 'bank']);
    expect(answerTo(again('tok_bank'), second)).toEqual({ events: [] });
    const declined = asked(decline, again('tok_bank'), beginCharge, declinedAgain);
    expect(declined.payment.ledger).toMatchObject([{}, { method: 'bank', state: 'declined' }]);
    expect(answerTo(again('tok_bank'), declined).events).toMatchObject([{ type: 'payment-retried' }]);
  });

  test('is named by what paid, whatever was tried since', () => {
    const paid = asked(decline, again('tok_bank'), beginCharge, {
      ...charge,
      key: `${key}:2`,
    } as OrderCommand);
    expect(paidBy(paid)).toBe('bank');
    expect(paidBy(asked(charge))).toBe('card');
  });
});
