import { areWithin, asLines, hasLeft, unitsToReturn, unitsToShip } from './fulfilment.ts';
import type { Return, Shipment } from './fulfilment-entry.ts';
import type { Order } from './order.ts';
import { currentCharge, leftOfPayment, payingCharge, refundsOf } from './payment-ledger.ts';

export type Caller = 'buyer' | 'staff';
export type OrderAction = 'cancel' | 'pay' | 'return' | 'ship' | 'cancel-lines' | 'refund';
export type ShipmentAction = 'ship' | 'deliver';
export type ReturnAction = 'approve' | 'refuse' | 'receive' | 'refund';

const has = (units: ReadonlyMap<number, number>): boolean => areWithin(asLines(units), units);

/** What this caller may do with the order now: what `decide` would not refuse. */
export const actionsOf = (order: Order, caller: Caller, now: string): OrderAction[] => {
  const { progress } = order;
  const isOpen = progress.stage !== 'cancelled' && progress.stage !== 'completed';
  const isPaid = progress.stage === 'confirmed' && payingCharge(order) !== undefined;
  const held =
    progress.stage === 'confirmed' && currentCharge(order)?.state === 'declined'
      ? progress.payUntil
      : undefined;
  const toShip = isPaid && has(unitsToShip(order));
  const possible: Record<OrderAction, boolean> = {
    pay: caller === 'buyer' && held !== undefined && held > now,
    cancel: isOpen && !hasLeft(order),
    return: caller === 'buyer' && has(unitsToReturn(order)),
    ship: caller === 'staff' && toShip,
    'cancel-lines': caller === 'staff' && toShip,
    refund: caller === 'staff' && leftOfPayment(order).amount > 0,
  };
  return (Object.keys(possible) as OrderAction[]).filter((action) => possible[action]);
};

export const shipmentActionsOf = (order: Order, shipment: Shipment, caller: Caller): ShipmentAction[] => {
  if (caller !== 'staff' || order.progress.stage === 'cancelled') return [];
  if (shipment.state === 'prepared') return ['ship'];
  return shipment.state === 'shipped' ? ['deliver'] : [];
};

export const returnActionsOf = (order: Order, one: Return, caller: Caller): ReturnAction[] => {
  if (caller !== 'staff') return [];
  if (one.state === 'requested') return ['approve', 'refuse'];
  if (one.state === 'approved') return ['receive', 'refuse'];
  const isUnderWay = refundsOf(order).some(({ returnId }) => returnId === one.id);
  return one.state === 'received' && !isUnderWay ? ['refund', 'refuse'] : [];
};
