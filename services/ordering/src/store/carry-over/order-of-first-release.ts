import { breakdownOfTotals, leftToRefund } from '@quayside/contracts/money';
import { decide } from '../../domain/decide.ts';
import { evolve } from '../../domain/evolve.ts';
import type { Shipment } from '../../domain/fulfilment-entry.ts';
import type { Order, Progress } from '../../domain/order.ts';
import type { OrderEvent } from '../../domain/order-event.ts';
import type { ChargeEntry, PaymentEntry, RefundEntry } from '../../domain/payment-entry.ts';
import { statusOf } from '../../domain/order-status.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { FirstReleaseOrder } from './first-release.ts';

interface CarriedOver {
  readonly order: Order;
  /** What release 0.1 would have said later, and nobody else will. */
  readonly happened: readonly { event: OrderEvent; order: Order }[];
}

/**
 * An order of release 0.1 on its three axes. Keys at the payment company stay what they were, so a charge or a refund
 * that was under way is found. One that waited for its refund was to be called cancelled after it; now it is at once.
 */
export const orderOfFirstRelease = (former: FirstReleaseOrder): CarriedOver => {
  const isWaiting = former.status === 'refunding';
  const order = onAxes(former, isWaiting ? { stage: 'confirmed' } : progressOf(former));
  if (!isWaiting) return { order, happened: [] };
  const { at } = lastEntry(former);
  const cancel = { type: 'cancel-order', at, by: 'buyer', reason: former.reason ?? '' } as const;
  let last = order;
  const happened = decide(cancel, order).map((event) => {
    // Its history tells of the cancellation already.
    last = { ...evolve(last, event), history: former.history };
    return { event, order: last };
  });
  return { order: last, happened };
};

const lastEntry = ({ history, submittedAt }: FirstReleaseOrder) =>
  history.at(-1) ?? ({ at: submittedAt, by: 'ordering' } as const);

const onAxes = (former: FirstReleaseOrder, progress: Progress): Order => {
  const { id, number, buyer, shippingAddress, lines, totals, paymentToken, submittedAt } = former;
  const price = breakdownOfTotals(lines, totals);
  const axes = {
    ...{ id, number, buyer, shippingAddress, lines, totals, paymentToken, submittedAt, price, progress },
    payment: { attempt: 1, ledger: ledgerOf(former) },
    fulfilment: { shipments: shipmentsOf(former), cancellations: [], returns: [] },
  };
  return { ...axes, status: statusOf(axes), history: former.history, version: former.version };
};

const progressOf = ({ status, graceEndsAt, submittedAt, reason = '' }: FirstReleaseOrder): Progress => {
  switch (status) {
    case 'submitted':
      return { stage: 'submitted', graceEndsAt: graceEndsAt ?? submittedAt };
    case 'awaiting-validation':
      return { stage: 'awaiting-validation' };
    case 'stock-confirmed':
    case 'paid':
    case 'shipped':
      return { stage: 'confirmed' };
    case 'delivered':
      return { stage: 'completed' };
    case 'refunding':
    case 'cancelled':
      return { stage: 'cancelled', reason };
    default:
      return unreachable(status);
  }
};

const ledgerOf = (former: FirstReleaseOrder): PaymentEntry[] => {
  const { id, payment, totals, status, history } = former;
  const { at } = history.findLast((entry) => entry.status === 'paid') ?? lastEntry(former);
  const entry = { kind: 'charge', key: id, amount: totals.total, at } as const;
  switch (payment.state) {
    case 'none':
      return [];
    case 'begun':
      return [{ ...entry, state: 'begun' }];
    case 'charged':
    case 'refunded': {
      const wasWanted = status !== 'cancelled' || history.some((one) => one.status === 'paid');
      const charge: ChargeEntry = {
        ...entry,
        state: 'succeeded',
        reference: payment.chargeId,
        ...(!wasWanted && { isExcess: true }),
      };
      return status === 'cancelled' ? [charge, refundOf(former, charge)] : [charge];
    }
    default:
      return unreachable(payment);
  }
};

/** The one refund that release 0.1 knew: of all, when the order was cancelled. */
const refundOf = (former: FirstReleaseOrder, charge: ChargeEntry): RefundEntry => {
  const { id, payment, totals, lines, reason = '' } = former;
  const split = leftToRefund(breakdownOfTotals(lines, totals), []);
  const entry = {
    ...({
      kind: 'refund',
      key: `${id}:refund`,
      chargeKey: charge.key,
      amount: totals.total,
      reason,
    } as const),
    ...(!charge.isExcess && { split }),
    at: lastEntry(former).at,
  };
  return payment.state === 'refunded'
    ? { ...entry, state: 'succeeded', reference: payment.refundId }
    : { ...entry, state: 'begun' };
};

const shipmentsOf = (former: FirstReleaseOrder): Shipment[] => {
  const { id, status, lines, history } = former;
  if (status !== 'shipped' && status !== 'delivered') return [];
  const timeOf = (wanted: FirstReleaseOrder['status']): string =>
    (history.find((entry) => entry.status === wanted) ?? lastEntry(former)).at;
  const parcel = {
    id,
    lines: lines.map(({ itemId, quantity }) => ({ itemId, quantity })),
    preparedAt: timeOf('shipped'),
    shippedAt: timeOf('shipped'),
  };
  return [
    status === 'shipped'
      ? { ...parcel, state: status }
      : { ...parcel, state: status, deliveredAt: timeOf('delivered') },
  ];
};
