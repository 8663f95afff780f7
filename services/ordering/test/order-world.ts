import fc from 'fast-check';
import { dueWorkOf } from '../src/domain/due-work.ts';
import { evolve } from '../src/domain/evolve.ts';
import type { OrderCommand } from '../src/domain/order-command.ts';
import type { Order } from '../src/domain/order.ts';
import { awaitedVisit, currentChargeKey, openCharge, openRefund } from '../src/domain/payment-ledger.ts';
import { after, answerTo, at, later, submit, usd } from './an-order.ts';

/** What is asked at any time: some of it senseless, some of it too late, some of it twice. */
const units = fc.record({ itemId: fc.integer({ min: 1, max: 3 }), quantity: fc.integer({ min: 0, max: 4 }) });
const lines = fc.array(units, { maxLength: 2 });
const id = fc.constantFrom('a', 'b', 'c');
const by = fc.constantFrom('buyer' as const, 'admin' as const);
const reason = fc.constant('Some reason');
export const asked: fc.Arbitrary<OrderCommand> = fc.oneof(
  fc.record({ type: fc.constant('cancel-order' as const), at: fc.constant(at), by, reason }),
  fc.record({
    type: fc.constant('pay-again' as const),
    at: fc.constant(at),
    paymentToken: fc.constantFrom('tok_1', 'tok_2', 'tok_3', 'tok_bank'),
  }),
  fc.record({ type: fc.constant('end-visit' as const), at: fc.constant(at), isGivenUp: fc.boolean() }),
  fc.record({
    type: fc.constant('cancel-lines' as const),
    at: fc.constant(at),
    by,
    reason,
    cancellationId: id,
    lines,
  }),
  fc.record({
    type: fc.constant('prepare-shipment' as const),
    at: fc.constant(at),
    shipment: fc.record({ id, lines }),
  }),
  fc.record({
    type: fc.constantFrom('ship' as const, 'deliver' as const),
    at: fc.constant(at),
    shipmentId: id,
  }),
  fc.record({
    type: fc.constant('request-return' as const),
    at: fc.constant(at),
    by,
    return: fc.record({ id, lines, reason }),
  }),
  fc.record({
    type: fc.constantFrom('approve-return' as const, 'refund-return' as const),
    at: fc.constant(at),
    returnId: id,
  }),
  fc.record({
    type: fc.constant('refuse-return' as const),
    at: fc.constant(at),
    returnId: id,
    refusal: reason,
  }),
  fc.record({
    type: fc.constant('receive-return' as const),
    at: fc.constant(at),
    returnId: id,
    restocked: lines,
  }),
  fc.record({
    type: fc.constant('request-refund' as const),
    at: fc.constant(at),
    by,
    reason,
    requestId: id,
    request: fc.oneof(
      fc.record({ amount: fc.integer({ min: 0, max: 20_000 }).map(usd) }),
      fc.record({ lines }),
      fc.record({ shipping: fc.constant('all' as const) }),
    ),
  }),
  fc.constant<OrderCommand>({ type: 'end-stock-hold', at: later }),
  fc.constant<OrderCommand>({ type: 'anonymise-buyer', at }),
);

/** The payment company: what it did is what is true, whoever heard of it. */
interface Company {
  readonly charged: Map<string, string>;
  readonly refunded: Map<string, number>;
  /** Charges that wait for their buyer: what the buyer will do, and after how many looks. */
  readonly waiting: Map<string, { does: Asking; looks: number }>;
}

type Asking = 'asks, then paid' | 'asks, then refused' | 'asks, never answered' | 'asks, unheard';
/** How a charge goes: its answer comes, is lost, says that the card was declined though money moved, or is the buyer's turn. */
export type Fate = 'paid' | 'declined' | 'lost' | 'paid though declined' | 'never arrived' | Asking;
const asking: Asking[] = ['asks, then paid', 'asks, then refused', 'asks, never answered', 'asks, unheard'];
export const fate = fc.constantFrom<Fate>(
  ...(['paid', 'declined', 'lost', 'paid though declined', 'never arrived', ...asking] as const),
);
const isAsking = (one: Fate): one is Asking => one.startsWith('asks');

export const world = (fates: Fate[]) => {
  let order = after(submit);
  const company: Company = { charged: new Map(), refunded: new Map(), waiting: new Map() };
  const put = (command: OrderCommand): boolean => {
    const { events, refusal } = answerTo(command, order);
    order = events.reduce<Order>(evolve, order);
    return refusal === undefined;
  };
  const decline = (key: string): boolean =>
    put({ type: 'record-decline', at, key, reason: 'The card was declined', payUntil: later });
  const chargeId = (key: string): string => company.charged.get(key) ?? `ch_${key}`;

  const visit = (key: string) => ({
    kind: 'challenge' as const,
    url: `https://pay.test/${key}`,
    until: later,
  });

  /** The company is asked again about a charge that waits for its buyer. */
  const look = (key: string, meanwhile: () => void): void => {
    const asked = company.waiting.get(key);
    if (!asked) return;
    asked.looks += 1;
    const end = (isPaid: boolean): void => {
      company.waiting.delete(key);
      if (isPaid) company.charged.set(key, chargeId(key));
      meanwhile();
      if (isPaid) put({ type: 'record-charge', at, key, chargeId: chargeId(key) });
      else decline(key);
    };
    if (asked.does === 'asks, then paid' && asked.looks > 1) return end(true);
    if (asked.does === 'asks, then refused' && asked.looks > 1) return end(false);
    // The buyer gave up, or the time is over: the charge is ended at the company.
    if (awaitedVisit(order)?.isGivenUp || asked.looks > 3) return end(false);
    meanwhile();
    put({ type: 'ask-buyer', at, key, visit: visit(key) });
  };

  const charge = (meanwhile: () => void): void => {
    put({ type: 'begin-charge', at });
    const key = currentChargeKey(order);
    if (company.waiting.has(key)) return look(key, meanwhile);
    const next = company.charged.has(key) ? undefined : fates[0];
    if (next && isAsking(next)) {
      fates.shift();
      company.waiting.set(key, { does: next, looks: 0 });
      meanwhile();
      if (next !== 'asks, unheard') put({ type: 'ask-buyer', at, key, visit: visit(key) });
      return;
    }
    const outcome = company.charged.has(key) ? 'paid' : (fates.shift() ?? 'paid');
    if (outcome !== 'declined' && outcome !== 'never arrived') company.charged.set(key, chargeId(key));
    meanwhile();
    if (outcome === 'paid') put({ type: 'record-charge', at, key, chargeId: chargeId(key) });
    if (outcome === 'declined' || outcome === 'paid though declined') decline(key);
  };

  const settle = (): void => {
    const open = order.progress.stage === 'cancelled' ? openCharge(order) : undefined;
    if (open && company.charged.has(open.key)) {
      put({ type: 'record-charge', at, key: open.key, chargeId: chargeId(open.key) });
    } else if (open && company.waiting.has(open.key)) {
      // One whose buyer was quicker than whoever cancels is paid.
      const isPaid = company.waiting.get(open.key)?.does === 'asks, then paid';
      company.waiting.delete(open.key);
      if (isPaid) company.charged.set(open.key, chargeId(open.key));
      if (isPaid) put({ type: 'record-charge', at, key: open.key, chargeId: chargeId(open.key) });
      else decline(open.key);
    } else if (open) put({ type: 'rule-out-charge', at, key: open.key });
    const refund = openRefund(order);
    if (!refund) return;
    company.refunded.set(refund.key, refund.amount.amount);
    put({ type: 'record-refund', at, key: refund.key, refundId: `re_${refund.key}` });
  };

  return {
    company,
    order: () => order,
    put,
    /** One step of the worker and of the neighbours, with something that happens while a charge is under way. */
    work: (inStock: boolean, meanwhile: () => void): void => {
      const due = dueWorkOf(order, at)?.kind;
      if (due === 'end-grace-period') put({ type: 'end-grace-period', at });
      else if (order.progress.stage === 'awaiting-validation') {
        put(
          inStock ? { type: 'confirm-stock', at } : { type: 'reject-stock', at, reason: 'Not enough stock' },
        );
      } else if (due === 'charge') charge(meanwhile);
      else if (due === 'refund') settle();
    },
    endHold: () => put({ type: 'end-stock-hold', at: later }),
    /** Somebody tells of every charge the company made, however it was answered. */
    surface: () => {
      for (const key of company.charged.keys()) {
        put({ type: 'record-charge', at, key, chargeId: chargeId(key) });
      }
    },
  };
};
