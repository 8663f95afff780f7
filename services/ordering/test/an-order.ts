import { breakdownOfTotals } from '@quayside/contracts/money';
import { decide } from '../src/domain/decide.ts';
import { evolve } from '../src/domain/evolve.ts';
import type { Order, OrderDetails } from '../src/domain/order.ts';
import type { OrderCommand } from '../src/domain/order-command.ts';
import type { OrderEvent } from '../src/domain/order-event.ts';

export const at = '2026-11-22T10:00:00.000Z';
export const later = '2026-11-22T10:30:00.000Z';
export const usd = (amount: number) => ({ amount, currency: 'USD' });

const lines = [
  { itemId: 1, name: 'Storm lantern', unitPrice: usd(1999), quantity: 3, pictureUrl: '/p/1.webp' },
  { itemId: 2, name: 'Oilskin jacket', unitPrice: usd(12_900), quantity: 1, pictureUrl: '/p/2.webp' },
];
const totals = {
  items: usd(18_897),
  discount: usd(1890),
  shipping: usd(790),
  tax: usd(1361),
  total: usd(19_158),
};

/** Three lanterns and a jacket, with a discount, shipping and tax. */
export const details: OrderDetails = {
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
  lines,
  price: breakdownOfTotals(lines, totals),
  totals,
  paymentToken: 'tok_ok',
  submittedAt: at,
};

const key = details.id;
export const submit: OrderCommand = { type: 'submit-order', at, details, graceEndsAt: at };
export const endGrace: OrderCommand = { type: 'end-grace-period', at };
export const confirm: OrderCommand = { type: 'confirm-stock', at };
export const beginCharge: OrderCommand = { type: 'begin-charge', at };
export const charge: OrderCommand = { type: 'record-charge', at, key, chargeId: 'ch_1' };
export const decline: OrderCommand = {
  type: 'record-decline',
  at,
  key,
  reason: 'The card was declined',
  payUntil: later,
};
export const cancel: OrderCommand = { type: 'cancel-order', at, by: 'buyer', reason: 'Changed my mind' };

export const apply = (order: Order | undefined, command: OrderCommand): Order | undefined =>
  decide(command, order).reduce<Order | undefined>(evolve, order);

export const after = (...sequence: readonly OrderCommand[]): Order =>
  sequence.reduce<Order | undefined>(apply, undefined) as Order;

export const paidOrder = (...more: OrderCommand[]): Order =>
  after(submit, endGrace, confirm, beginCharge, charge, ...more);

/** What a command leads to; a refusal by a typed error is an answer too, and another one than nothing left to do. */
export const answerTo = (
  command: OrderCommand,
  order: Order | undefined,
): { events: readonly OrderEvent[]; refusal?: string } => {
  try {
    return { events: decide(command, order) };
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (typeof code !== 'string') throw error;
    return { events: [], refusal: code };
  }
};
