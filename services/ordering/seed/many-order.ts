import { madeUpCustomer, scattered } from '@quayside/contracts';
import { breakdownOfTotals, portion, sum, times, zero, type Money } from '@quayside/contracts/money';
import { decide } from '../src/domain/decide.ts';
import { evolve } from '../src/domain/evolve.ts';
import type { Order, OrderDetails } from '../src/domain/order.ts';
import type { OrderCommand } from '../src/domain/order-command.ts';
import type { OrderEvent } from '../src/domain/order-event.ts';
import { orderNumberOf } from '../src/domain/order-number.ts';
import { currentChargeKey, openRefund } from '../src/domain/payment-ledger.ts';

/** A made-up order, and what happened to it with the order as it was after that. */
export interface ManyOrder {
  readonly order: Order;
  readonly happened: readonly { readonly event: OrderEvent; readonly order: Order }[];
}

export interface ManyOrdersOf {
  readonly customers: number;
  /** Ids of variants are from 1 to this. */
  readonly variants: number;
  readonly now: Date;
}

const hour = 3_600_000;
const day = 24 * hour;
const countries = [
  { country: 'DE', currency: 'EUR', city: 'Bremerhaven', postalCode: '27568' },
  { country: 'AT', currency: 'EUR', city: 'Linz', postalCode: '4020' },
  { country: 'NL', currency: 'EUR', city: 'Harlingen', postalCode: '8861 AA' },
  { country: 'US', currency: 'USD', city: 'Portland', postalCode: '04101', state: 'ME' },
  { country: 'GB', currency: 'USD', city: 'Falmouth', postalCode: 'TR11 3QY' },
] as const;
const carriers = ['DHL', 'UPS', 'PostNord'];
const shipping = 790;
const taxRate = 800;

/** Some goods sell much and most of them little, as in any shop: half of the sales are of an eighth of the variants. */
const soldOften = (seed: number, variants: number): number =>
  1 + Math.floor((scattered(seed, 1_000_000) / 1_000_000) ** 3 * variants);

/** A UUIDv7 of that time; no two numbers share its last 40 bits, of which the order's number is made. */
const idAt = (at: number, number: number): string => {
  const time = at.toString(16).padStart(12, '0');
  const tail = ((BigInt(number) * 0x9e37_79b9_7f4bn) & 0xff_ffff_ffffn).toString(16).padStart(10, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-00${tail}`;
};

const detailsOf = (number: number, at: number, { customers, variants }: ManyOrdersOf): OrderDetails => {
  const to = countries[scattered(number + 5, countries.length)] as (typeof countries)[number];
  const money = (amount: number): Money => ({ amount, currency: to.currency });
  const ids = Array.from({ length: 1 + scattered(number + 11, 4) }, (_, line) =>
    soldOften(number * 5 + line, variants),
  );
  const lines = [...new Set(ids)].map((itemId, line) => ({
    itemId,
    name: `Made-up goods ${itemId}`,
    unitPrice: money(900 + scattered(itemId, 240) * 100),
    quantity: 1 + (scattered(number + line, 5) === 0 ? 1 : 0),
    pictureUrl: '/api/v1/catalog/pictures/none',
  }));
  const items = sum(
    lines.map(({ unitPrice, quantity }) => times(unitPrice, quantity)),
    to.currency,
  );
  const tax = portion(items, taxRate, 'half-up');
  const price = breakdownOfTotals(lines, {
    ...{ items, discount: zero(to.currency), shipping: money(shipping), tax },
    total: sum([items, money(shipping), tax], to.currency),
  });
  const id = idAt(at, number);
  const buyer = madeUpCustomer(scattered(number + 17, customers));
  const { currency: _, ...place } = to;
  return {
    ...{ id, number: orderNumberOf(id), buyer, lines, price, totals: price.totals },
    shippingAddress: { name: buyer.name, street: `Quay ${1 + scattered(number, 200)}`, ...place },
    paymentToken: 'tok_ok',
    submittedAt: new Date(at).toISOString(),
  };
};

type Step = (order: Order, at: string) => OrderCommand;

const pay: Step[] = [
  (_, at) => ({ type: 'end-grace-period', at }),
  (_, at) => ({ type: 'confirm-stock', at }),
  (_, at) => ({ type: 'begin-charge', at }),
  (order, at) => ({ type: 'record-charge', at, key: currentChargeKey(order), chargeId: `ch_${order.id}` }),
];
const decline: Step[] = [
  ...pay.slice(0, -1),
  (order, at) => ({
    type: 'record-decline',
    ...{ at, key: currentChargeKey(order), reason: 'The card was declined', payUntil: at },
  }),
];
const cancel: Step = (_, at) => ({ type: 'cancel-order', at, by: 'buyer', reason: 'Changed my mind' });
const refunded: Step = (order, at) => {
  const key = openRefund(order)?.key ?? '';
  return { type: 'record-refund', at, key, refundId: `re_${key}` };
};

const partOf = ({ lines }: Order, part: 'first' | 'rest') =>
  (part === 'first' ? lines.slice(0, 1) : lines.slice(1)).map(({ itemId, quantity }) => ({
    itemId,
    quantity,
  }));

const send = (id: string): Step[] => [
  (order, at) => ({
    type: 'ship-rest',
    at,
    shipment: { id, carrier: carriers[order.lines.length % carriers.length], tracking: `T${order.number}` },
  }),
];
const deliver =
  (shipmentId: string): Step =>
  (_, at) => ({ type: 'deliver', at, shipmentId });
const sendInTwo: Step[] = [
  (order, at) => ({
    type: 'prepare-shipment',
    at,
    shipment: { id: 'first', lines: partOf(order, 'first'), carrier: 'DHL' },
  }),
  (_, at) => ({ type: 'ship', at, shipmentId: 'first' }),
  ...send('second'),
];
const giveBackPart: Step[] = [
  (_, at) => ({
    type: 'request-refund',
    ...{ at, by: 'admin', requestId: 'goodwill', reason: 'Arrived late', request: { shipping: 'all' } },
  }),
  refunded,
];
const sendBack: Step[] = [
  (order, at) => ({
    type: 'request-return',
    ...{ at, by: 'buyer' },
    return: { id: 'return', lines: partOf(order, 'first'), reason: 'It does not fit' },
  }),
  (_, at) => ({ type: 'approve-return', at, returnId: 'return' }),
  (order, at) => ({ type: 'receive-return', at, returnId: 'return', restocked: partOf(order, 'first') }),
  (_, at) => ({ type: 'refund-return', at, returnId: 'return' }),
  refunded,
];

interface Stage {
  readonly afterMs: number;
  readonly steps: readonly Step[];
}

/** How an order goes, of a hundred; whatever would be later than now has not happened. */
const lifeOf = (fate: number, lines: number): readonly Stage[] => {
  if (fate < 2) return [{ afterMs: 20_000, steps: [cancel] }];
  if (fate < 4) return [{ afterMs: 60_000, steps: decline }];
  const paid = { afterMs: 60_000, steps: pay };
  if (fate < 5) return [paid, { afterMs: 3 * hour, steps: [cancel, refunded] }];
  const inTwo = fate < 12 && lines > 1;
  const sent = { afterMs: day, steps: inTwo ? sendInTwo : send('second') };
  const parcels = inTwo ? ['first', 'second'] : ['second'];
  const arrived = { afterMs: 4 * day, steps: parcels.map((id) => deliver(id)) };
  const life = [paid, sent, arrived];
  if (fate < 15) return [...life, { afterMs: 6 * day, steps: giveBackPart }];
  return fate < 19 ? [...life, { afterMs: 12 * day, steps: sendBack }] : life;
};

/**
 * The order of a number, from 0, placed at a time of the past, as far as it is by now. It is told by the same commands as
 * a real one, and owes no work.
 *
 * @param at milliseconds since 1970, not before that of the number before
 */
export const manyOrder = (number: number, at: number, of: ManyOrdersOf): ManyOrder => {
  const details = detailsOf(number, at, of);
  const happened: { event: OrderEvent; order: Order }[] = [];
  let order: Order | undefined;
  const tell = (command: OrderCommand): void => {
    for (const event of decide(command, order)) {
      order = evolve(order, event);
      happened.push({ event, order });
    }
  };
  const placed = details.submittedAt;
  tell({ type: 'submit-order', at: placed, details, graceEndsAt: placed });
  for (const { afterMs, steps } of lifeOf(scattered(number, 100), details.lines.length)) {
    const then = at + afterMs;
    if (then > of.now.getTime() && steps !== pay) break;
    for (const step of steps) tell(step(order as unknown as Order, new Date(then).toISOString()));
  }
  return { order: order as unknown as Order, happened };
};
