import { z } from 'zod';
import { timestamp } from '../shared/ids.ts';
import { money } from '../shared/money.ts';
import { printableText } from '../shared/text.ts';
import { order, orderChangedNotice, paymentMethod } from './http.ts';
import { fulfilmentState, orderBuyer, orderStage, paymentState } from './staff-orders.ts';

const units = z.object({ itemId: z.int(), quantity: z.int() });
const person = z.object({ id: z.string(), name: z.string().optional() });

/** Something that happened to an order; `type` as in Ordering's domain events. */
export const orderHappening = z
  .object({
    type: z.string(),
    at: timestamp,
    by: z.string(),
    staff: person.optional(),
    version: z.int().optional(),
    /** The parcel, return or entry of the ledger it is about. */
    ref: z.string().optional(),
    lines: z.array(units).optional(),
    amount: money.optional(),
    /** What somebody wrote: why, or which carrier. */
    text: z.string().optional(),
  })
  .meta({ id: 'OrderHappening' });
export type OrderHappening = z.infer<typeof orderHappening>;

export const orderNote = z
  .object({ id: z.string(), at: timestamp, staff: person, text: z.string() })
  .meta({ id: 'OrderNote' });

/** How many units of a line went which way, and what may still go back of what was paid for it. */
const lineFigures = z.object({
  itemId: z.int(),
  cancelled: z.int(),
  toShip: z.int(),
  inParcels: z.int(),
  shipped: z.int(),
  delivered: z.int(),
  returned: z.int(),
  refunded: z.int(),
  refundable: z.object({ quantity: z.int(), amount: money }),
});

const ledgerEntry = z.object({
  kind: z.enum(['charge', 'refund']),
  /** Of a refund: that of the charge. */
  method: paymentMethod.optional(),
  amount: money,
  state: z.enum(['begun', 'succeeded', 'declined', 'ruled-out']),
  at: timestamp,
  reason: z.string().optional(),
  /** The payment company's own number of it. */
  reference: z.string().optional(),
});

/** An order with all that staff know of it. */
export const staffOrder = order
  .extend({
    placedAt: timestamp,
    buyer: orderBuyer,
    stage: orderStage,
    paymentState,
    fulfilmentState,
    figures: z.array(lineFigures),
    ledger: z.array(ledgerEntry),
    refundable: z.object({ shipping: money, total: money }),
    /** Nothing is packed or gone: `actions` is a closed list to older readers. */
    canChangeAddress: z.boolean().optional(),
    /** What whoever reads may give back of the order in all, where their role has a limit, and what is left of that. */
    refundLimit: z.object({ total: money, left: money }).optional(),
    timeline: z.array(orderHappening),
    notes: z.array(orderNote),
    /** What the order waits for. */
    owes: z
      .object({
        kind: z.enum(['end-grace-period', 'charge', 'end-stock-hold', 'refund']),
        /** The next attempt; while one is under way, when it counts as lost. */
        at: timestamp,
        attempts: z.int(),
        isUnderWay: z.boolean(),
        failure: z.object({ at: timestamp, message: z.string() }).optional(),
      })
      .optional(),
  })
  .meta({ id: 'StaffOrder' });
export type StaffOrder = z.infer<typeof staffOrder>;

export const newOrderNote = z
  .strictObject({
    text: printableText(2000),
  })
  .meta({ id: 'NewOrderNote' });

/** `data` of the `order-changed` events of `GET /api/v1/staff/orders/events`. */
export const staffOrderNotice = orderChangedNotice.partial({ status: true, version: true });
export type StaffOrderNotice = z.infer<typeof staffOrderNotice>;
