import { isDeepStrictEqual } from 'node:util';
import { asDecimal } from '@quayside/contracts/money';
import type { AuditChange } from '@quayside/runtime';
import type { Order } from '../domain/order.ts';
import { fulfilmentStateOf, paymentStateOf } from '../domain/order-axes.ts';
import type { OrderEvent } from '../domain/order-event.ts';
import { timelineEntry } from '../domain/timeline-entry.ts';

const standingOf = (order: Order) => ({
  status: order.status,
  payment: paymentStateOf(order),
  fulfilment: fulfilmentStateOf(order),
});

/** What the audit log says of a change by staff: where the order stood and stands, and of what units and money it was. */
export const orderAudit = (before: Order, after: Order, events: readonly OrderEvent[]): AuditChange => {
  const own = events.find(({ by }) => by === 'admin') ?? events[0];
  // Addresses are not for the log, and nothing else is otherwise than it was.
  if (own?.type === 'address-changed') return { action: own.type, entity: 'order', entityId: after.id };
  const { lines, amount } = own ? timelineEntry(own, after.version) : {};
  const nameOf = (itemId: number) => after.lines.find((line) => line.itemId === itemId)?.name ?? itemId;
  const matter = {
    ...(lines && {
      units: lines.map(({ itemId, quantity }) => `${quantity} × ${nameOf(itemId)}`).join(', '),
    }),
    ...(amount && { amount: `${asDecimal(amount)} ${amount.currency}` }),
  };
  const [stood, stands] = [standingOf(before), standingOf(after)];
  const entry = { action: own?.type ?? 'order-changed', entity: 'order', entityId: after.id };
  // The first of two parcels that arrives, or a return that is approved: done all the same, and of two equal sides nothing would be kept.
  if (isDeepStrictEqual(stood, stands)) return { ...entry, after: matter };
  return { ...entry, before: stood, after: { ...stands, ...matter } };
};
