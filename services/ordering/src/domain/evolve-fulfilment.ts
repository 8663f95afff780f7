import type { Return, Shipment } from './fulfilment-entry.ts';
import type { Order } from './order.ts';
import type { OrderEvent } from './order-event.ts';
import { refundsOf } from './payment-ledger.ts';

type Fulfilment = Order['fulfilment'];

/** The fulfilment axis after an event. */
export const evolveFulfilment = (order: Order, event: OrderEvent): Fulfilment => {
  const { fulfilment } = order;
  const { at } = event;
  switch (event.type) {
    case 'lines-cancelled': {
      const cancellation = { ...event.cancellation, at };
      return { ...fulfilment, cancellations: [...fulfilment.cancellations, cancellation] };
    }
    case 'order-cancelled':
      return { ...fulfilment, shipments: fulfilment.shipments.filter(({ state }) => state !== 'prepared') };
    case 'shipment-prepared': {
      const shipment = { ...event.shipment, state: 'prepared', preparedAt: at } as const;
      return { ...fulfilment, shipments: [...fulfilment.shipments, shipment] };
    }
    case 'shipment-shipped': {
      const { carrier, tracking } = event;
      const how = { ...(carrier && { carrier }), ...(tracking && { tracking }) };
      return withShipment(fulfilment, event.shipmentId, { state: 'shipped', shippedAt: at, ...how });
    }
    case 'shipment-delivered':
      return withShipment(fulfilment, event.shipmentId, { state: 'delivered', deliveredAt: at });
    case 'return-requested': {
      const requested = { ...event.return, state: 'requested', requestedAt: at } as const;
      return { ...fulfilment, returns: [...fulfilment.returns, requested] };
    }
    case 'return-approved':
      return withReturn(fulfilment, event.returnId, { state: 'approved' });
    case 'return-refused':
      return withReturn(fulfilment, event.returnId, { state: 'refused', refusal: event.refusal });
    case 'return-received':
      return withReturn(fulfilment, event.returnId, { state: 'received', restocked: event.restocked });
    case 'return-settled':
      return withReturn(fulfilment, event.returnId, { state: 'refunded' });
    case 'order-refunded': {
      const refund = refundsOf(order).find(({ key }) => key === event.key);
      return refund?.returnId ? withReturn(fulfilment, refund.returnId, { state: 'refunded' }) : fulfilment;
    }
    default:
      return fulfilment;
  }
};

const withShipment = (fulfilment: Fulfilment, id: string, change: Partial<Shipment>): Fulfilment => ({
  ...fulfilment,
  shipments: fulfilment.shipments.map((one) => (one.id === id ? { ...one, ...change } : one)),
});

const withReturn = (fulfilment: Fulfilment, id: string, change: Partial<Return>): Fulfilment => ({
  ...fulfilment,
  returns: fulfilment.returns.map((one) => (one.id === id ? { ...one, ...change } : one)),
});
