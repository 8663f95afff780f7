import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  after,
  answerTo,
  at,
  beginCharge,
  cancel,
  charge,
  confirm,
  decline,
  details,
  endGrace,
  later,
  paidOrder,
  submit,
  usd,
} from '../../test/an-order.ts';
import { decide } from './decide.ts';
import { dueWorkOf } from './due-work.ts';
import { evolve } from './evolve.ts';
import type { Order } from './order.ts';
import type { OrderCommand } from './order-command.ts';
import { OrderNotCancellable, OrderNotPayable, OrderTransitionRefused } from './order-error.ts';
import type { OrderEvent } from './order-event.ts';
import type { OrderStatus } from './order.ts';
import { chargesOf, movedMoney, payingCharge } from './payment-ledger.ts';

const key = details.id;
const total = details.totals.total;
const reject: OrderCommand = { type: 'reject-stock', at, reason: 'Not enough stock' };
const ruleOut: OrderCommand = { type: 'rule-out-charge', at, key };
const refund: OrderCommand = { type: 'record-refund', at, key: `${key}:refund`, refundId: 're_1' };
const payAgain: OrderCommand = { type: 'pay-again', at, paymentToken: 'tok_other' };
const chargeAgain: OrderCommand = { type: 'record-charge', at, key: `${key}:2`, chargeId: 'ch_2' };
const declineAgain = { ...(decline as object), key: `${key}:2` } as OrderCommand;
const endHold: OrderCommand = { type: 'end-stock-hold', at: later };
const anonymise: OrderCommand = { type: 'anonymise-buyer', at };
const commands = [
  ...[submit, endGrace, confirm, reject, beginCharge, charge, decline, ruleOut, refund, cancel],
  ...[payAgain, chargeAgain, declineAgain, endHold, anonymise],
];
const parcel: OrderCommand = {
  type: 'prepare-shipment',
  at,
  shipment: { id: 's1', lines: [{ itemId: 1, quantity: 3 }] },
};

describe('an order', () => {
  test.each<[string, OrderCommand[], OrderStatus]>([
    ['starts its grace period', [submit], 'submitted'],
    ['awaits its validation when the grace period ends', [submit, endGrace], 'awaiting-validation'],
    ['is confirmed when its stock is reserved', [submit, endGrace, confirm], 'stock-confirmed'],
    ['is cancelled when its stock is rejected', [submit, endGrace, reject], 'cancelled'],
    ['stays confirmed while it is charged', [submit, endGrace, confirm, beginCharge], 'stock-confirmed'],
    ['is paid when it was charged', [submit, endGrace, confirm, beginCharge, charge], 'paid'],
    [
      'waits for another card when its charge is declined',
      [submit, endGrace, confirm, beginCharge, decline],
      'payment-declined',
    ],
    [
      'is confirmed again when the buyer gives another card',
      [submit, endGrace, confirm, beginCharge, decline, payAgain],
      'stock-confirmed',
    ],
    [
      'is paid by another card',
      [submit, endGrace, confirm, beginCharge, decline, payAgain, beginCharge, chargeAgain],
      'paid',
    ],
    [
      'is cancelled when its stock is held no longer for another card',
      [submit, endGrace, confirm, beginCharge, decline, endHold],
      'cancelled',
    ],
    ['is cancelled at once before it is charged', [submit, endGrace, confirm, cancel], 'cancelled'],
    [
      'waits for the charge under way when it is cancelled',
      [submit, endGrace, confirm, beginCharge, cancel],
      'refunding',
    ],
    [
      'waits for the refund when it was paid',
      [submit, endGrace, confirm, beginCharge, charge, cancel],
      'refunding',
    ],
  ])('%s', (_, sequence, status) => {
    const order = after(...sequence);
    expect(order.status).toBe(status);
    expect(order.history.at(-1)?.status).toBe(status);
  });

  test.each<[string, OrderCommand[], number]>([
    ['was charged meanwhile', [charge, refund], total.amount],
    ['was declined meanwhile', [decline], 0],
    ['was never charged', [ruleOut], 0],
    ['was charged late, after all', [ruleOut, charge, refund], total.amount],
  ])('cancelled during its charge ends cancelled when it %s', (_, outcome, moved) => {
    const order = after(submit, endGrace, confirm, beginCharge, cancel, ...outcome);
    expect(order.status).toBe('cancelled');
    expect(movedMoney(order)).toEqual({ charged: usd(moved), refunded: usd(moved) });
    expect(order.progress).toEqual({ stage: 'cancelled', reason: 'Changed my mind' });
  });

  test('that is refunded enters each status into its history once', () => {
    const order = paidOrder(cancel, refund);
    expect(order.history.slice(-2)).toMatchObject([
      { status: 'refunding', by: 'buyer', reason: 'Changed my mind' },
      { status: 'cancelled', by: 'payment', reason: 'Changed my mind' },
    ]);
    expect(order.history).toHaveLength(new Set(order.history.map(({ status }) => status)).size);
  });

  test('refuses a transition that is not drawn', () => {
    expect(() => decide(confirm, after(submit))).toThrow(OrderTransitionRefused);
    expect(() => decide(beginCharge, after(submit, endGrace))).toThrow(OrderTransitionRefused);
    expect(() => decide(reject, after(submit, endGrace, confirm))).toThrow(OrderTransitionRefused);
    expect(() => decide(cancel, undefined)).toThrow(OrderTransitionRefused);
    expect(() => decide(parcel, after(submit, endGrace, confirm))).toThrow(OrderTransitionRefused);
  });

  test('cannot be cancelled once something of it has shipped', () => {
    const packed = paidOrder(parcel);
    expect(decide(cancel, packed)).toMatchObject([{ type: 'refund-begun' }, { type: 'order-cancelled' }]);
    const shipped = paidOrder(parcel, { type: 'ship', at, shipmentId: 's1' });
    expect(() => decide(cancel, shipped)).toThrow(OrderNotCancellable);
  });

  test('is paid again only after a decline, and only as long as its stock is held', () => {
    const confirmed = [submit, endGrace, confirm, beginCharge];
    expect(() => decide(payAgain, after(...confirmed))).toThrow(OrderNotPayable);
    expect(() => decide(payAgain, paidOrder())).toThrow(OrderNotPayable);
    const declined = after(...confirmed, decline);
    expect(() => decide({ ...payAgain, at: later }, declined)).toThrow(OrderNotPayable);
    expect(dueWorkOf(declined, at)).toEqual({ kind: 'end-stock-hold', at: later });
    expect(dueWorkOf(after(...confirmed, decline, payAgain), at)).toEqual({ kind: 'charge', at });
  });

  test('is held for another card no longer because another was declined too', () => {
    const second = { ...declineAgain, payUntil: '2027-01-01T00:00:00.000Z' } as OrderCommand;
    const order = after(submit, endGrace, confirm, beginCharge, decline, payAgain, beginCharge, second);
    expect(order.progress).toEqual({ stage: 'confirmed', payUntil: later });
  });

  test('gives back the charge of a former attempt that surfaces when another card has paid', () => {
    const paid = [submit, endGrace, confirm, beginCharge, decline, payAgain, beginCharge, chargeAgain];
    const order = after(...paid, charge);
    expect(order.status).toBe('paid');
    expect(payingCharge(order)?.reference).toBe('ch_2');
    expect(dueWorkOf(order, at)).toEqual({ kind: 'refund', at });
    const settled = after(...paid, charge, refund);
    expect(settled.status).toBe('paid');
    expect(movedMoney(settled)).toEqual({ charged: usd(2 * total.amount), refunded: total });
    expect(dueWorkOf(settled, at)).toBeUndefined();
  });

  test('is paid by the declined charge that went through after all, if no other card was given', () => {
    const order = after(submit, endGrace, confirm, beginCharge, decline, charge);
    expect(order.status).toBe('paid');
    expect(chargesOf(order)).toMatchObject([{ key, state: 'succeeded', reference: 'ch_1' }]);
  });

  test('forgets what people wrote about it, wherever that was repeated', () => {
    const asAdmin = { by: 'admin', reason: 'Ada rang' } as const;
    const told: OrderCommand[] = [
      { type: 'cancel-order', at, ...asAdmin },
      { type: 'record-refund', at, key: `${key}:refund`, refundId: 're_1' },
    ];
    const repeated = paidOrder(...told).history.filter(({ reason }) => reason === asAdmin.reason);
    expect(repeated.length).toBeGreaterThan(1);
    expect(JSON.stringify(paidOrder(...told, anonymise))).not.toContain('Ada');
  });

  test('forgets the person when asked, and keeps the books', () => {
    const order = after(submit, anonymise);
    expect(JSON.stringify(order)).not.toMatch(/Ada|Falmouth|Quay 1/);
    expect(order.totals).toEqual(details.totals);
  });
});

const drawn: Partial<Record<OrderStatus | 'absent', readonly OrderStatus[]>> = {
  absent: ['submitted'],
  submitted: ['awaiting-validation', 'cancelled'],
  'awaiting-validation': ['stock-confirmed', 'cancelled'],
  'stock-confirmed': ['paid', 'cancelled', 'refunding', 'payment-declined'],
  'payment-declined': ['stock-confirmed', 'paid', 'cancelled'],
  paid: ['refunding'],
  refunding: ['cancelled'],
  // A charge that surfaces late is on its way back.
  cancelled: ['refunding'],
};

const anySequence = fc.array(fc.constantFrom(...commands), { maxLength: 25 });

describe('whatever is asked of an order, in whatever sequence', () => {
  test('it moves along drawn transitions only, and its history tells each of them', () => {
    fc.assert(
      fc.property(anySequence, (sequence) => {
        let order: Order | undefined;
        for (const command of sequence) {
          const before = order;
          for (const event of answerTo(command, order).events) order = evolve(order, event);
          if (!order || order === before) continue;
          const from = before?.status ?? 'absent';
          if (from !== order.status) expect(drawn[from]).toContain(order.status);
          expect(order.history.at(-1)?.status).toBe(order.status);
          expect(order.version).toBeGreaterThan(before?.version ?? 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a repeat of what was taken changes nothing, and one of what was refused is refused again', () => {
    fc.assert(
      fc.property(anySequence, fc.constantFrom(...commands), (sequence, command) => {
        let before: Order | undefined;
        for (const earlier of sequence)
          before = answerTo(earlier, before).events.reduce<Order | undefined>(evolve, before);
        const answer = answerTo(command, before);
        const order = answer.events.reduce<Order | undefined>(evolve, before);
        expect(answerTo(command, order)).toEqual({ ...answer, events: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('it is paid and cancelled at most once, and refunded only what was charged', () => {
    fc.assert(
      fc.property(anySequence, (sequence) => {
        let order: Order | undefined;
        const seen: string[] = [];
        for (const command of sequence) {
          for (const event of answerTo(command, order).events) {
            order = evolve(order, event);
            seen.push(event.type);
          }
        }
        const count = (type: OrderEvent['type']) => seen.filter((one) => one === type).length;
        for (const type of ['order-paid', 'order-cancelled'] as const) {
          expect(count(type)).toBeLessThanOrEqual(1);
        }
        expect(count('order-refunded')).toBeLessThanOrEqual(count('order-paid') + count('charge-found'));
      }),
      { numRuns: 500 },
    );
  });
});
