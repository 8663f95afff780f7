import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from './decide.ts';
import { dueWorkOf } from './due-work.ts';
import { evolve } from './evolve.ts';
import type { Order, OrderDetails, OrderStatus } from './order.ts';
import type { OrderCommand } from './order-command.ts';
import { OrderNotCancellable, OrderTransitionRefused } from './order-error.ts';
import type { OrderEvent } from './order-event.ts';

const at = '2026-11-22T10:00:00.000Z';
const money = { amount: 1999, currency: 'USD' } as const;
const details: OrderDetails = {
  id: '0199a0b0-0000-7000-8000-000000000001',
  number: 'QS-0000-0001',
  buyer: { id: '0199a0b0-0000-7000-8000-00000000000b', name: 'Ada Marsh', email: 'ada@quayside.test' },
  shippingAddress: {
    name: 'Ada Marsh',
    street: 'Quay 1',
    city: 'Falmouth',
    postalCode: 'TR11',
    country: 'GB',
  },
  lines: [{ itemId: 1, name: 'Storm lantern', unitPrice: money, quantity: 1, pictureUrl: '/p/1.webp' }],
  totals: { items: money, discount: money, shipping: money, tax: money, total: money },
  paymentToken: 'tok_ok',
  submittedAt: at,
};
const submit: OrderCommand = { type: 'submit-order', at, details, graceEndsAt: at };
const endGrace: OrderCommand = { type: 'end-grace-period', at };
const confirm: OrderCommand = { type: 'confirm-stock', at };
const reject: OrderCommand = { type: 'reject-stock', at, reason: 'Not enough stock' };
const beginCharge: OrderCommand = { type: 'begin-charge', at };
const charge: OrderCommand = { type: 'record-charge', at, chargeId: 'ch_1' };
const decline: OrderCommand = { type: 'record-decline', at, reason: 'The card was declined' };
const ruleOut: OrderCommand = { type: 'rule-out-charge', at };
const refund: OrderCommand = { type: 'record-refund', at, refundId: 're_1' };
const cancel: OrderCommand = { type: 'cancel-order', at, by: 'buyer', reason: 'Changed my mind' };
const anonymise: OrderCommand = { type: 'anonymise-buyer', at };
const commands = [
  ...[submit, endGrace, confirm, reject, beginCharge, charge],
  ...[decline, ruleOut, refund, cancel, anonymise],
];

const apply = (order: Order | undefined, command: OrderCommand): Order | undefined =>
  decide(command, order).reduce<Order | undefined>(evolve, order);
const after = (...sequence: OrderCommand[]): Order =>
  sequence.reduce(apply, undefined as Order | undefined) as Order;
const shipped = (): Order =>
  ({ ...after(submit, endGrace, confirm, beginCharge, charge), status: 'shipped' }) as Order;

describe('an order', () => {
  test.each<[string, OrderCommand[], OrderStatus]>([
    ['starts its grace period', [submit], 'submitted'],
    ['awaits its validation when the grace period ends', [submit, endGrace], 'awaiting-validation'],
    ['is confirmed when its stock is reserved', [submit, endGrace, confirm], 'stock-confirmed'],
    ['is cancelled when its stock is rejected', [submit, endGrace, reject], 'cancelled'],
    ['stays confirmed while it is charged', [submit, endGrace, confirm, beginCharge], 'stock-confirmed'],
    ['is paid when it was charged', [submit, endGrace, confirm, beginCharge, charge], 'paid'],
    [
      'is cancelled when its charge is declined',
      [submit, endGrace, confirm, beginCharge, decline],
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

  test.each<[string, OrderCommand[], string]>([
    ['was charged meanwhile', [charge, refund], 'refunded'],
    ['was declined meanwhile', [decline], 'none'],
    ['was never charged', [ruleOut], 'none'],
    ['was charged late, after all', [ruleOut, charge, refund], 'refunded'],
  ])('cancelled during its charge ends cancelled when it %s', (_, outcome, payment) => {
    const order = after(submit, endGrace, confirm, beginCharge, cancel, ...outcome);
    expect(order.status).toBe('cancelled');
    expect(order.payment.state).toBe(payment);
    expect(order).toHaveProperty('reason', 'Changed my mind');
  });

  test('that is refunded enters each status into its history once', () => {
    const order = after(submit, endGrace, confirm, beginCharge, charge, cancel, refund);
    expect(order.history.slice(-2)).toMatchObject([
      { status: 'refunding', by: 'buyer', reason: 'Changed my mind' },
      { status: 'cancelled', by: 'ordering', reason: 'Changed my mind' },
    ]);
    expect(order.history).toHaveLength(new Set(order.history.map(({ status }) => status)).size);
  });

  test('refuses a transition that is not drawn', () => {
    expect(() => decide(confirm, after(submit))).toThrow(OrderTransitionRefused);
    expect(() => decide(beginCharge, after(submit, endGrace))).toThrow(OrderTransitionRefused);
    expect(() => decide(reject, after(submit, endGrace, confirm))).toThrow(OrderTransitionRefused);
    expect(() => decide(cancel, undefined)).toThrow(OrderTransitionRefused);
  });

  test('cannot be cancelled once it has shipped', () => {
    expect(() => decide(cancel, shipped())).toThrow(OrderNotCancellable);
  });

  test('forgets the person when asked, and keeps the books', () => {
    const order = after(submit, anonymise);
    expect(JSON.stringify(order)).not.toMatch(/Ada|Falmouth|Quay 1/);
    expect(order.totals).toEqual(details.totals);
  });
});

const drawn: Record<OrderStatus | 'absent', readonly OrderStatus[]> = {
  absent: ['submitted'],
  submitted: ['awaiting-validation', 'cancelled'],
  'awaiting-validation': ['stock-confirmed', 'cancelled'],
  'stock-confirmed': ['paid', 'cancelled', 'refunding'],
  paid: ['shipped', 'refunding'],
  shipped: ['delivered'],
  delivered: [],
  refunding: ['cancelled'],
  cancelled: [],
};

/** What a command leads to; a refusal is an answer too, and another one than that nothing is left to do. */
const answerTo = (
  command: OrderCommand,
  order: Order | undefined,
): { events: readonly OrderEvent[]; refusal?: string } => {
  try {
    return { events: decide(command, order) };
  } catch (error) {
    if (!(error instanceof OrderTransitionRefused || error instanceof OrderNotCancellable)) throw error;
    return { events: [], refusal: error.code };
  }
};
const attempt = (command: OrderCommand, order: Order | undefined): readonly OrderEvent[] =>
  answerTo(command, order).events;

const anySequence = fc.array(fc.constantFrom(...commands), { maxLength: 25 });

describe('whatever is asked of an order, in whatever sequence', () => {
  test('it moves along drawn transitions only, and its history tells each of them', () => {
    fc.assert(
      fc.property(anySequence, (sequence) => {
        let order: Order | undefined;
        for (const command of sequence) {
          const before = order;
          for (const event of attempt(command, order)) order = evolve(order, event);
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
          before = attempt(earlier, before).reduce<Order | undefined>(evolve, before);
        const answer = answerTo(command, before);
        const order = answer.events.reduce<Order | undefined>(evolve, before);
        expect(answerTo(command, order)).toEqual({ ...answer, events: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('it is paid, cancelled and refunded at most once, and refunded only what was charged', () => {
    fc.assert(
      fc.property(anySequence, (sequence) => {
        let order: Order | undefined;
        const seen: string[] = [];
        for (const command of sequence) {
          for (const event of attempt(command, order)) {
            order = evolve(order, event);
            seen.push(event.type);
          }
        }
        const count = (type: OrderEvent['type']) => seen.filter((one) => one === type).length;
        for (const type of ['order-paid', 'order-cancelled', 'order-refunded'] as const) {
          expect(count(type)).toBeLessThanOrEqual(1);
        }
        expect(count('order-refunded')).toBeLessThanOrEqual(count('order-paid') + count('charge-found'));
      }),
      { numRuns: 500 },
    );
  });

  test('the worker brings it to paid, or to cancelled with every charge given back', () => {
    fc.assert(
      fc.property(anySequence, fc.boolean(), fc.boolean(), (sequence, inStock, solvent) => {
        let order = after(submit);
        // Facts of the payment company come from the company alone; the rest may happen in any sequence.
        const free: readonly OrderCommand[] = [cancel, anonymise, endGrace, beginCharge];
        const asked = sequence.filter((command) => free.includes(command));
        let companyCharged = false;
        const step = (command: OrderCommand) => {
          order = attempt(command, order).reduce<Order | undefined>(evolve, order) as Order;
        };
        for (let turn = 0; turn < 60; turn += 1) {
          const next = asked.shift();
          if (next) step(next);
          const due = dueWorkOf(order, at)?.kind;
          if (due === 'end-grace-period') step(endGrace);
          else if (order.status === 'awaiting-validation') step(inStock ? confirm : reject);
          else if (due === 'charge') {
            step(beginCharge);
            companyCharged ||= solvent;
            const meanwhile = asked.shift();
            if (meanwhile) step(meanwhile);
            step(companyCharged ? charge : decline);
          } else if (due === 'refund' && order.payment.state === 'charged') {
            step(refund);
          } else if (due === 'refund') step(companyCharged ? charge : ruleOut);
        }
        expect(['paid', 'cancelled']).toContain(order.status);
        if (order.status === 'paid') expect(companyCharged).toBe(true);
        else expect(order.payment.state).toBe(companyCharged ? 'refunded' : 'none');
      }),
      { numRuns: 500 },
    );
  });
});
