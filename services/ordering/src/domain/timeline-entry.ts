import type { Money } from '@quayside/contracts/money';
import type { Units } from './fulfilment-entry.ts';
import type { Actor } from './order.ts';
import type { OrderEvent } from './order-event.ts';

/**
 * One thing that happened to an order, for whoever reads what became of it. It names nobody and holds no text that
 * somebody wrote: those stand in the order, from where they go when its buyer is forgotten.
 */
export interface TimelineEntry {
  readonly type: OrderEvent['type'];
  readonly at: string;
  readonly by: Actor;
  /** Which of the staff. */
  readonly staffId?: string;
  /** Of the order since then. */
  readonly version: number;
  /** Of the parcel, return, cancellation or entry of the ledger it is about. */
  readonly ref?: string;
  readonly lines?: readonly Units[];
  readonly amount?: Money;
}

type About = Pick<TimelineEntry, 'ref' | 'lines' | 'amount'>;

const aboutOf = (event: OrderEvent): About => {
  switch (event.type) {
    case 'lines-cancelled':
      return { ref: event.cancellation.id, lines: event.cancellation.lines };
    case 'shipment-prepared':
      return { ref: event.shipment.id, lines: event.shipment.lines };
    case 'shipment-shipped':
    case 'shipment-delivered':
      return { ref: event.shipmentId };
    case 'return-requested':
      return { ref: event.return.id, lines: event.return.lines };
    case 'return-received':
      return { ref: event.returnId, lines: event.restocked };
    case 'return-approved':
    case 'return-refused':
    case 'return-settled':
      return { ref: event.returnId };
    case 'refund-begun':
      return { ref: event.refund.key, amount: event.refund.amount };
    case 'charge-begun':
    case 'buyer-asked':
    case 'visit-ended':
    case 'charge-declined':
    case 'charge-found':
    case 'charge-ruled-out':
    case 'order-paid':
    case 'order-refunded':
      return { ref: event.key };
    default:
      return {};
  }
};

export const timelineEntry = (event: OrderEvent, version: number, staffId?: string): TimelineEntry => ({
  ...{ type: event.type, at: event.at, by: event.by, version, ...aboutOf(event) },
  ...(staffId !== undefined && event.by === 'admin' && { staffId }),
});
