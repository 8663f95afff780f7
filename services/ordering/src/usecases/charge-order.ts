import type { ClaimedWork } from '@quayside/due-work';
import { decide } from '../domain/decide.ts';
import type { Order } from '../domain/order.ts';
import type { OrderCommand } from '../domain/order-command.ts';
import { awaitedVisit, currentCharge, currentChargeKey, methodOf } from '../domain/payment-ledger.ts';
import type { OrderStore } from './order-store.ts';
import type { BuyersTurn, ChargeEnd, ChargeOutcome, Payments } from './payments.ts';

/** What the end of a charge is to its order. */
export const commandOf = (
  outcome: ChargeEnd,
  charge: { key: string; at: Date; stockHoldMs: number },
): OrderCommand => {
  const at = charge.at.toISOString();
  const { key } = charge;
  if (outcome.outcome === 'charged') return { type: 'record-charge', at, key, chargeId: outcome.chargeId };
  const payUntil = new Date(charge.at.getTime() + charge.stockHoldMs).toISOString();
  return { type: 'record-decline', at, key, reason: outcome.reason, payUntil };
};

/**
 * Charges a confirmed order. That a charge begins is on record before the payment company hears of it, so whoever
 * takes over after a crash, and whoever cancels meanwhile, knows that money may have moved.
 */
export const createChargeOrder = (deps: {
  store: OrderStore;
  payments: Payments;
  now: () => Date;
  stockHoldMs: number;
  /** How long a buyer may take to confirm a payment, whatever the company allows. */
  confirmMs: number;
  returnUrlsOf: (orderId: string) => { en: string; de: string };
}) => {
  const { store, payments, stockHoldMs } = deps;

  /** A buyer who does not come back holds the stock no longer than that; at the company it is ended too. */
  const isOver = (order: Order): boolean => {
    const visit = awaitedVisit(order);
    return (
      visit !== undefined && (visit.isGivenUp === true || Date.parse(visit.until) <= deps.now().getTime())
    );
  };

  const toAsk = ({ kind, url, until }: BuyersTurn, key: string): OrderCommand => {
    const now = deps.now();
    const latest = Math.min(Date.parse(until), now.getTime() + deps.confirmMs);
    const visit = { kind, url, until: new Date(latest).toISOString() };
    return { type: 'ask-buyer', at: now.toISOString(), key, visit };
  };

  const whatToDo = async (outcome: ChargeOutcome, order: Order, key: string): Promise<OrderCommand> => {
    if (outcome.outcome === 'buyers-turn' && !isOver(order)) return toAsk(outcome, key);
    const end = outcome.outcome === 'buyers-turn' ? await payments.cancel(outcome.chargeId) : outcome;
    return commandOf(end, { key, at: deps.now(), stockHoldMs });
  };

  const settle = async (work: ClaimedWork, order: Order, mayExist: boolean): Promise<void> => {
    const key = currentChargeKey(order);
    const outcome = await payments.charge({
      key,
      reference: order.number,
      token: order.paymentToken,
      amount: order.totals.total,
      ...(methodOf(order.paymentToken) === 'bank' && { returnUrls: deps.returnUrlsOf(order.id) }),
      mayExist,
      mayStart: () => work.isHeld(),
    });
    const command = await whatToDo(outcome, order, key);
    await store.update(work.id, (current) => decide(command, current), { finishes: work });
  };

  return {
    /** Work that was claimed: whoever claimed it before may have begun. */
    charge: async (work: ClaimedWork): Promise<void> => {
      const { order, events } = await store.update(
        work.id,
        (current) => decide({ type: 'begin-charge', at: deps.now().toISOString() }, current),
        { during: work },
      );
      if (order.progress.stage === 'confirmed' && currentCharge(order)?.state === 'begun') {
        await settle(work, order, events.length === 0);
      } else {
        await store.update(work.id, () => [], { finishes: work });
      }
    },
    /** The write that claimed the work said that its charge begins, so nobody can have asked before. */
    chargeBegun:
      (order: Order) =>
      (work: ClaimedWork): Promise<void> =>
        settle(work, order, false),
  };
};
