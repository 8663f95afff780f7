import type { ClaimedWork } from '@quayside/due-work';
import { decide } from '../domain/decide.ts';
import type { Order } from '../domain/order.ts';
import type { OrderCommand } from '../domain/order-command.ts';
import { currentCharge, currentChargeKey } from '../domain/payment-ledger.ts';
import type { OrderStore } from './order-store.ts';
import type { ChargeOutcome, Payments } from './payments.ts';

/** What the outcome of a charge is to its order. */
export const commandOf = (
  outcome: ChargeOutcome,
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
}) => {
  const { store, payments, stockHoldMs } = deps;

  const settle = async (work: ClaimedWork, order: Order, mayExist: boolean): Promise<void> => {
    const key = currentChargeKey(order);
    const outcome = await payments.charge({
      key,
      reference: order.number,
      token: order.paymentToken,
      amount: order.totals.total,
      mayExist,
      mayStart: () => work.isHeld(),
    });
    const command = commandOf(outcome, { key, at: deps.now(), stockHoldMs });
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
