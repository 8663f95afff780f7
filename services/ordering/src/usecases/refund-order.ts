import type { ClaimedWork } from '@quayside/due-work';
import { decide } from '../domain/decide.ts';
import type { Order } from '../domain/order.ts';
import { commandOf } from './charge-order.ts';
import type { OrderStore } from './order-store.ts';
import { PaymentUnclear, type Payments } from './payments.ts';

/** A company that has not heard of a charge is believed the third time: a request may still be on its way. */
const lookUpsBeforeBelief = 3;

/** Brings a cancelled order to its end: what was charged is given back, what was not is ruled out. */
export const createRefundOrder = (deps: { store: OrderStore; payments: Payments; now: () => Date }) => {
  const { store, payments } = deps;
  const now = () => deps.now().toISOString();

  const settleCharge = async (work: ClaimedWork): Promise<Order> => {
    const found = await payments.lookUp(work.id);
    if (!found && work.attempt < lookUpsBeforeBelief) throw new PaymentUnclear('The charge is not known yet');
    const command = found ? commandOf(found, now()) : ({ type: 'rule-out-charge', at: now() } as const);
    return (await store.update(work.id, (current) => decide(command, current))).order;
  };

  return async (work: ClaimedWork): Promise<void> => {
    let { order } = await store.update(work.id, () => []);
    if (order.payment.state === 'begun') order = await settleCharge(work);
    if (order.payment.state !== 'charged') {
      await store.update(work.id, () => [], { finishes: work });
      return;
    }
    const { chargeId } = order.payment;
    const { refundId } = await payments.refund({ orderId: order.id, chargeId });
    await store.update(
      work.id,
      (current) => decide({ type: 'record-refund', at: now(), refundId }, current),
      {
        finishes: work,
      },
    );
  };
};
