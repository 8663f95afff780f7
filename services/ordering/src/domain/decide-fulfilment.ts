import { shipRest } from './ship-rest.ts';
import { refundAll, refundPart } from './decide-payment.ts';
import { evolve } from './evolve.ts';
import {
  areWithin,
  hasLeft,
  sameUnits,
  tally,
  unitsDelivered,
  unitsIn,
  unitsToReturn,
  unitsToShip,
  unitsWanted,
} from './fulfilment.ts';
import type { Return, Shipment, Units } from './fulfilment-entry.ts';
import type { Order } from './order.ts';
import type { Command } from './order-command.ts';
import {
  CancellationExceedsOrder,
  IdempotencyKeyReused,
  OrderTransitionRefused,
  ReturnExceedsDelivery,
  ReturnInvalid,
  ReturnNotFound,
  ShipmentExceedsOrder,
  ShipmentNotFound,
} from './order-error.ts';
import type { OrderEvent } from './order-event.ts';
import { payingCharge, refundsOf } from './payment-ledger.ts';
import { refuseBeyondLimit } from './refund-limit.ts';
import { splitRefund, worthOf } from './split-refund.ts';
import { unreachable } from './unreachable.ts';

const nothing: readonly OrderEvent[] = [];

type FulfilmentCommand =
  | Command<'cancel-lines' | 'prepare-shipment' | 'ship' | 'ship-rest' | 'deliver'>
  | Command<'request-return' | 'approve-return' | 'refuse-return' | 'receive-return' | 'refund-return'>;

export const decideFulfilment = (command: FulfilmentCommand, order: Order): readonly OrderEvent[] => {
  switch (command.type) {
    case 'cancel-lines':
      return cancelLines(command, order);
    case 'prepare-shipment':
      return prepareShipment(command, order);
    case 'ship':
      return ship(command, order);
    case 'ship-rest':
      return shipRest(command, order);
    case 'deliver':
      return deliver(command, order);
    case 'request-return':
      return requestReturn(command, order);
    case 'approve-return':
      return approveReturn(command, order);
    case 'refuse-return':
      return refuseReturn(command, order);
    case 'receive-return':
      return receiveReturn(command, order);
    case 'refund-return':
      return refundReturn(command, order);
    default:
      return unreachable(command);
  }
};

interface Request {
  readonly id: string;
  readonly lines: readonly Units[];
}

/** @throws {IdempotencyKeyReused} for the id of a request that was for other units */
const isRepeat = (before: readonly Request[], { id, lines }: Request): boolean => {
  const same = before.find((one) => one.id === id);
  if (same && !sameUnits(same.lines, lines)) throw new IdempotencyKeyReused();
  return same !== undefined;
};

const isPaidFor = (order: Order): boolean =>
  order.progress.stage === 'confirmed' && payingCharge(order) !== undefined;

/** Says that the order is completed if these events complete it. */
const withCompletion = (events: readonly OrderEvent[], order: Order, at: string): readonly OrderEvent[] => {
  const after = events.reduce<Order>(evolve, order);
  const isComplete =
    after.progress.stage === 'confirmed' && unitsIn(unitsDelivered(after)) === unitsIn(unitsWanted(after));
  return isComplete ? [...events, { type: 'order-completed', at, by: 'ordering' }] : events;
};

/** What was paid for the units goes back. When nothing else is in the order, that is the end of it. */
const cancelLines = (
  { type, at, by, cancellationId, lines, reason }: Command<'cancel-lines'>,
  order: Order,
): readonly OrderEvent[] => {
  if (isRepeat(order.fulfilment.cancellations, { id: cancellationId, lines })) return nothing;
  if (!isPaidFor(order)) throw new OrderTransitionRefused(type, order.status);
  const available = unitsToShip(order);
  if (!areWithin(lines, available)) throw new CancellationExceedsOrder();
  const cancellation = { id: cancellationId, lines, reason };
  const cancelled: OrderEvent = { type: 'lines-cancelled', at, by, cancellation };
  const wanted = { at, by, reason };
  if (unitsIn(tally(lines)) === unitsIn(unitsWanted(order)) && !hasLeft(order)) {
    const ended: OrderEvent = { type: 'order-cancelled', at, by, reason };
    return [...refundAll(order, { ...wanted, requestId: cancellationId }), ended];
  }
  const worth = worthOf(order, lines);
  const refund = worth ? [refundPart(order, worth, { ...wanted, requestId: cancellationId })] : [];
  return withCompletion([...refund, cancelled], order, at);
};

const prepareShipment = (
  { type, at, shipment }: Command<'prepare-shipment'>,
  order: Order,
): readonly OrderEvent[] => {
  if (isRepeat(order.fulfilment.shipments, shipment)) return nothing;
  if (!isPaidFor(order)) throw new OrderTransitionRefused(type, order.status);
  if (!areWithin(shipment.lines, unitsToShip(order))) throw new ShipmentExceedsOrder();
  return [{ type: 'shipment-prepared', at, by: 'admin', shipment }];
};

const shipmentOf = (order: Order, shipmentId: string): Shipment => {
  const shipment = order.fulfilment.shipments.find(({ id }) => id === shipmentId);
  if (!shipment) throw new ShipmentNotFound(shipmentId);
  return shipment;
};

const ship = (
  { type, at, shipmentId, carrier, tracking }: Command<'ship'>,
  order: Order,
): readonly OrderEvent[] => {
  if (shipmentOf(order, shipmentId).state !== 'prepared') return nothing;
  if (!isPaidFor(order)) throw new OrderTransitionRefused(type, order.status);
  return [{ type: 'shipment-shipped', at, by: 'admin', shipmentId, carrier, tracking }];
};

const deliver = ({ type, at, shipmentId }: Command<'deliver'>, order: Order): readonly OrderEvent[] => {
  const { state } = shipmentOf(order, shipmentId);
  if (state === 'delivered') return nothing;
  if (state !== 'shipped') throw new OrderTransitionRefused(type, order.status);
  return withCompletion([{ type: 'shipment-delivered', at, by: 'admin', shipmentId }], order, at);
};

const requestReturn = (
  { at, by, return: wanted }: Command<'request-return'>,
  order: Order,
): readonly OrderEvent[] => {
  if (isRepeat(order.fulfilment.returns, wanted)) return nothing;
  if (!areWithin(wanted.lines, unitsToReturn(order))) throw new ReturnExceedsDelivery();
  return [{ type: 'return-requested', at, by, return: wanted }];
};

const returnOf = (order: Order, returnId: string): Return => {
  const found = order.fulfilment.returns.find(({ id }) => id === returnId);
  if (!found) throw new ReturnNotFound(returnId);
  return found;
};

const approveReturn = (
  { type, at, returnId }: Command<'approve-return'>,
  order: Order,
): readonly OrderEvent[] => {
  switch (returnOf(order, returnId).state) {
    case 'requested':
      return [{ type: 'return-approved', at, by: 'admin', returnId }];
    case 'refused':
      throw new OrderTransitionRefused(type, order.status);
    default:
      return nothing;
  }
};

const hasRefund = (order: Order, returnId: string): boolean =>
  refundsOf(order).some((entry) => entry.returnId === returnId);

const refuseReturn = (
  { type, at, returnId, refusal }: Command<'refuse-return'>,
  order: Order,
): readonly OrderEvent[] => {
  const { state } = returnOf(order, returnId);
  if (state === 'refused') return nothing;
  if (state === 'refunded' || hasRefund(order, returnId)) {
    throw new OrderTransitionRefused(type, order.status);
  }
  return [{ type: 'return-refused', at, by: 'admin', returnId, refusal }];
};

const receiveReturn = (
  { type, at, returnId, restocked }: Command<'receive-return'>,
  order: Order,
): readonly OrderEvent[] => {
  const { state, lines } = returnOf(order, returnId);
  if (state === 'received' || state === 'refunded') return nothing;
  if (state !== 'approved') throw new OrderTransitionRefused(type, order.status);
  if (restocked.length > 0 && !areWithin(restocked, tally(lines))) throw new ReturnInvalid();
  return [{ type: 'return-received', at, by: 'admin', returnId, restocked }];
};

/** Units that were given back are worth what they were paid with, or what was agreed on. */
const refundReturn = (
  { type, at, returnId, amount, limits }: Command<'refund-return'>,
  order: Order,
): readonly OrderEvent[] => {
  const { state, lines } = returnOf(order, returnId);
  if (state === 'refunded' || hasRefund(order, returnId)) return nothing;
  if (state !== 'received') throw new OrderTransitionRefused(type, order.status);
  const worth = amount ? splitRefund(order, { amount }) : worthOf(order, lines);
  if (worth) refuseBeyondLimit(order, worth.total, limits);
  return worth
    ? [refundPart(order, worth, { at, by: 'admin', reason: 'The return was received', returnId })]
    : [{ type: 'return-settled', at, by: 'admin', returnId }];
};
