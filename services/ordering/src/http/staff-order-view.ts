import type { OrderHappening, StaffOrder as StaffOrderView } from '@quayside/contracts';
import { tally, unitsBack, unitsDelivered, unitsToShip } from '../domain/fulfilment.ts';
import { mayChangeAddress } from '../domain/decide-address.ts';
import { fulfilmentStateOf, paymentStateOf } from '../domain/order-axes.ts';
import type { Order } from '../domain/order.ts';
import { chargeOf, payingCharge, refundsOf } from '../domain/payment-ledger.ts';
import { leftOfLimit, type RefundLimits } from '../domain/refund-limit.ts';
import { restOf } from '../domain/split-refund.ts';
import type { TimelineEntry } from '../domain/timeline-entry.ts';
import type { StaffOrder } from '../usecases/staff-order.ts';
import { buyerView } from './buyer-view.ts';
import { invoiceSummaryOf } from './invoice-view.ts';
import { orderView } from './order-view.ts';

type Figures = StaffOrderView['figures'];

const figuresOf = (order: Order): Figures => {
  const { shipments, cancellations } = order.fulfilment;
  const cancelled = tally(...cancellations.map(({ lines }) => lines));
  const inParcels = tally(...shipments.filter(({ state }) => state === 'prepared').map(({ lines }) => lines));
  const shipped = tally(...shipments.filter(({ state }) => state === 'shipped').map(({ lines }) => lines));
  const refunded = tally(...refundsOf(order).map(({ split }) => split?.lines ?? []));
  const [toShip, delivered, returned] = [unitsToShip(order), unitsDelivered(order), unitsBack(order)];
  const rest = restOf(order).lines;
  return order.lines.map(({ itemId, unitPrice }) => {
    const left = rest.find((line) => line.itemId === itemId);
    const of = (units: ReadonlyMap<number, number>) => units.get(itemId) ?? 0;
    return {
      ...{ itemId, cancelled: of(cancelled), toShip: of(toShip), inParcels: of(inParcels) },
      ...{ shipped: of(shipped), delivered: of(delivered), returned: of(returned), refunded: of(refunded) },
      refundable: {
        quantity: left?.quantity ?? 0,
        amount: left?.amount ?? { amount: 0, currency: unitPrice.currency },
      },
    };
  });
};

/** What somebody wrote about what happened: it stands in the order, under the reference that the entry has. */
const textOf = (order: Order, { type, ref }: TimelineEntry): string | undefined => {
  const { shipments, returns, cancellations } = order.fulfilment;
  if (type === 'order-cancelled' && order.progress.stage === 'cancelled') return order.progress.reason;
  if (ref === undefined) return undefined;
  const parcel = shipments.find(({ id }) => id === ref);
  if (parcel) return [parcel.carrier, parcel.tracking].filter(Boolean).join(' ') || undefined;
  const sentBack = returns.find(({ id }) => id === ref);
  if (sentBack) return type === 'return-refused' ? sentBack.refusal : sentBack.reason || undefined;
  const cancellation = cancellations.find(({ id }) => id === ref);
  return cancellation?.reason ?? order.payment.ledger.find(({ key }) => key === ref)?.reason;
};

const amountOf = (order: Order, { ref, amount }: TimelineEntry) =>
  amount ?? order.payment.ledger.find(({ key }) => key === ref)?.amount;

const timelineOf = ({ order, timeline, names }: StaffOrder): OrderHappening[] => {
  const begin = timeline[0]?.at;
  // Of an order that is older than its timeline, what its history remembers.
  const before = order.history
    .filter(({ at }) => begin === undefined || at < begin)
    .map(({ status, at, by, reason }) => ({
      ...{ type: `became-${status}`, at, by },
      ...(reason !== undefined && { text: reason }),
    }));
  const since = timeline.map((entry): OrderHappening => {
    const { type, at, by, version, staffId, ref, lines } = entry;
    const text = textOf(order, entry);
    const amount = amountOf(order, entry);
    return {
      ...{ type, at, by, version },
      ...(staffId !== undefined && { staff: personOf(staffId, names) }),
      ...(ref !== undefined && { ref }),
      ...(lines && { lines: [...lines] }),
      ...(amount && { amount }),
      ...(text !== undefined && { text }),
    };
  });
  return [...before, ...since];
};

const personOf = (id: string, names: StaffOrder['names']) => {
  const name = names[id];
  return { id, ...(name !== undefined && { name }) };
};

/** An order with all that staff know of it. */
export const staffOrderView = (
  file: StaffOrder,
  now: Date,
  limits: RefundLimits | undefined,
): StaffOrderView => {
  const { order, owes, names } = file;
  const isPaid = payingCharge(order) !== undefined;
  const rest = restOf(order);
  const nothing = { amount: 0, currency: order.totals.total.currency };
  const shown = orderView(order, 'staff', now);
  const refundLimit = limits && leftOfLimit(order, limits);
  const mayRefund = refundLimit === undefined || refundLimit.left.amount > 0;
  return {
    ...shown,
    actions: shown.actions.filter((action) => action !== 'refund' || mayRefund),
    canChangeAddress: mayChangeAddress(order),
    ...(refundLimit && { refundLimit }),
    placedAt: order.submittedAt,
    buyer: buyerView(order.buyer),
    stage: order.progress.stage,
    paymentState: paymentStateOf(order),
    fulfilmentState: fulfilmentStateOf(order),
    figures: figuresOf(order),
    ledger: order.payment.ledger.map((entry) => {
      const { kind, amount, state, at, reason, reference } = entry;
      const chargeKey = entry.kind === 'charge' ? entry.key : entry.chargeKey;
      return {
        ...{ kind, amount, state, at, method: chargeOf(order, chargeKey)?.method ?? ('card' as const) },
        ...(reason !== undefined && { reason }),
        ...(reference !== undefined && { reference }),
      };
    }),
    refundable: isPaid
      ? { shipping: rest.shipping.amount, total: rest.total }
      : { shipping: nothing, total: nothing },
    invoices: file.invoices.map(invoiceSummaryOf),
    timeline: timelineOf(file),
    notes: file.notes.map(({ id, at, staffId, text }) => ({ id, at, staff: personOf(staffId, names), text })),
    ...(owes && { owes: { ...owes, ...(owes.failure && { failure: { ...owes.failure } }) } }),
  };
};
