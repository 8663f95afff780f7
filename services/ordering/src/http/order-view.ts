import type { Order as OrderView } from '@quayside/contracts';
import { asLines, tally, unitsToReturn } from '../domain/fulfilment.ts';
import { actionsOf, returnActionsOf, shipmentActionsOf, type Caller } from '../domain/order-actions.ts';
import type { Order } from '../domain/order.ts';
import type { BuyerVisit } from '../domain/payment-entry.ts';
import { awaitedVisit, currentCharge, movedMoney, paidBy } from '../domain/payment-ledger.ts';

/** An order as its buyer and the staff see it: without the payment token, the ledger's keys and the buyer's own data. */
export const orderView = (order: Order, caller: Caller, now: Date): OrderView => {
  const { charged, refunded } = movedMoney(order);
  const { shipments, returns, cancellations } = order.fulfilment;
  const declined = declinedOf(order);
  const visit = awaitedVisit(order);
  const formerAddresses = order.buyer.formerAddresses?.map(({ address }) => address);
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    items: [...order.lines],
    totals: order.totals,
    price: order.price,
    ...(refunded.amount > 0 && { refunded }),
    payment: {
      ...{ charged, refunded, method: paidBy(order) },
      ...(declined && { declined }),
      ...(visit && { visit: visitView(visit, caller) }),
    },
    shipments: shipments.map((shipment) => ({
      ...shipment,
      lines: [...shipment.lines],
      actions: shipmentActionsOf(order, shipment, caller),
    })),
    returns: returns.map(({ restocked, ...one }) => ({
      ...one,
      lines: [...one.lines],
      ...(restocked && { restocked: [...restocked] }),
      actions: returnActionsOf(order, { ...one, restocked }, caller),
    })),
    cancelledItems: asLines(tally(...cancellations.map(({ lines }) => lines))),
    returnableItems: asLines(unitsToReturn(order)),
    actions: actionsOf(order, caller, now.toISOString()),
    shippingAddress: order.shippingAddress,
    ...(formerAddresses && { formerAddresses }),
    history: [...order.history],
    version: order.version,
  };
};

/** Where it is done is for the buyer alone to know. */
const visitView = (
  { kind, until, url, isGivenUp }: BuyerVisit,
  caller: Caller,
): NonNullable<OrderView['payment']['visit']> => ({
  ...{ kind, until },
  ...(caller === 'buyer' && !isGivenUp && { url }),
});

const declinedOf = (order: Order): OrderView['payment']['declined'] => {
  const { progress } = order;
  if (order.status !== 'payment-declined' || progress.stage !== 'confirmed' || !progress.payUntil)
    return undefined;
  const reason = currentCharge(order)?.reason ?? 'The card was declined';
  return { reason, payUntil: progress.payUntil };
};
