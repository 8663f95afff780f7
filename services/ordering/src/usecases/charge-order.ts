import type { ClaimedWork } from '@quayside/due-work';
import { decide } from '../domain/decide.ts';
import type { OrderCommand } from '../domain/order-command.ts';
import type { OrderStore } from './order-store.ts';
import type { ChargeOutcome, Payments } from './payments.ts';

export const commandOf = (outcome: ChargeOutcome, at: string): OrderCommand =>
  outcome.outcome === 'charged'
    ? { type: 'record-charge', at, chargeId: outcome.chargeId }
    : { type: 'record-decline', at, reason: outcome.reason };

/**
 * Charges a confirmed order. That a charge begins is on record before the payment company hears of it, so whoever
 * takes over after a crash, and whoever cancels meanwhile, knows that money may have moved.
 */
export const createChargeOrder =
  (deps: { store: OrderStore; payments: Payments; now: () => Date }) =>
  async (work: ClaimedWork): Promise<void> => {
    const { store, payments } = deps;
    const now = () => deps.now().toISOString();

    const { order, events } = await store.update(
      work.id,
      (current) => decide({ type: 'begin-charge', at: now() }, current),
      { during: work },
    );
    if (order.status !== 'stock-confirmed') {
      await store.update(work.id, () => [], { finishes: work });
      return;
    }
    const outcome = await payments.charge({
      orderId: order.id,
      reference: order.number,
      token: order.paymentToken,
      amount: order.totals.total,
      mayExist: events.length === 0,
      mayStart: () => work.isHeld(),
    });
    await store.update(work.id, (current) => decide(commandOf(outcome, now()), current), {
      finishes: work,
    });
  };
