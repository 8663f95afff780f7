import { asLines, unitsToShip } from './fulfilment.ts';
import type { Order } from './order.ts';
import type { Command } from './order-command.ts';
import { IdempotencyKeyReused, OrderTransitionRefused, ShipmentExceedsOrder } from './order-error.ts';
import type { OrderEvent } from './order-event.ts';
import { payingCharge } from './payment-ledger.ts';

/** One parcel of all that is in none yet, packed and sent at once. */
export const shipRest = (
  { type, at, shipment }: Command<'ship-rest'>,
  order: Order,
): readonly OrderEvent[] => {
  const { id: shipmentId, carrier, tracking } = shipment;
  const same = order.fulfilment.shipments.find(({ id }) => id === shipmentId);
  if (same) {
    if (same.carrier !== carrier || same.tracking !== tracking) throw new IdempotencyKeyReused();
    return [];
  }
  if (order.progress.stage !== 'confirmed' || !payingCharge(order))
    throw new OrderTransitionRefused(type, order.status);
  const lines = asLines(unitsToShip(order));
  if (lines.length === 0) throw new ShipmentExceedsOrder();
  return [
    { type: 'shipment-prepared', at, by: 'admin', shipment: { ...shipment, lines } },
    { type: 'shipment-shipped', at, by: 'admin', shipmentId, carrier, tracking },
  ];
};
