import type { ClaimedWork } from '@quayside/due-work';
import { decide } from '../domain/decide.ts';
import type { Order } from '../domain/order.ts';
import { chargeOf, openCharge, openRefund } from '../domain/payment-ledger.ts';
import type { ChargeEntry } from '../domain/payment-entry.ts';
import { commandOf } from './charge-order.ts';
import type { OrderStore } from './order-store.ts';
import { PaymentUnclear, type Payments } from './payments.ts';

/** A company that has not heard of a charge is believed the third time: a request may still be on its way. */
const lookUpsBeforeBelief = 3;

/**
 * Gives back what is to go back, one refund a turn. Of a cancelled order that was being charged it finds out first what
 * became of that: what was charged is given back, what was not is ruled out.
 */
export const createRefundOrder = (deps: { store: OrderStore; payments: Payments; now: () => Date }) => {
  const { store, payments } = deps;

  const settleCharge = async (work: ClaimedWork, { key }: ChargeEntry): Promise<Order> => {
    const found = await payments.lookUp(key);
    if (!found && work.attempt < lookUpsBeforeBelief) throw new PaymentUnclear('The charge is not known yet');
    // Whoever cancels does not go on at the payment company.
    const end = found?.outcome === 'buyers-turn' ? await payments.cancel(found.chargeId) : found;
    const command = end
      ? commandOf(end, { key, at: deps.now(), stockHoldMs: 0 })
      : ({ type: 'rule-out-charge', at: deps.now().toISOString(), key } as const);
    return (await store.update(work.id, (current) => decide(command, current))).order;
  };

  return async (work: ClaimedWork): Promise<void> => {
    let { order } = await store.update(work.id, () => []);
    const open = order.progress.stage === 'cancelled' ? openCharge(order) : undefined;
    if (open) order = await settleCharge(work, open);
    const refund = openRefund(order);
    const charge = refund && chargeOf(order, refund.chargeKey);
    if (!refund || !charge?.reference) {
      await store.update(work.id, () => [], { finishes: work });
      return;
    }
    // The first release asked for whole charges without naming their amount: what it asked for is known by that.
    const isWhole = refund.amount.amount === charge.amount.amount;
    const { refundId } = await payments.refund({
      key: refund.key,
      chargeId: charge.reference,
      ...(!isWhole && { amount: refund.amount.amount }),
    });
    const at = deps.now().toISOString();
    const command = { type: 'record-refund', at, key: refund.key, refundId } as const;
    await store.update(work.id, (current) => decide(command, current), { finishes: work });
  };
};
