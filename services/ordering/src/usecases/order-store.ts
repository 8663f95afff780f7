import type { ClaimedWork } from '@quayside/due-work';
import type { DueWorkKind } from '../domain/due-work.ts';
import type { Order } from '../domain/order.ts';
import type { OrderEvent } from '../domain/order-event.ts';
import type { StaffMember } from './staff-order.ts';

export interface OrderChange {
  readonly order: Order;
  /** What happened; empty where the change had been made before. */
  readonly events: readonly OrderEvent[];
  /** The work that the write was to claim is this process's: the flow that made the order. */
  readonly claimed?: Pick<ClaimedWork, 'correlationId' | 'traceparent'> | undefined;
}

export interface WriteOptions {
  /** Who of the staff changes it: the audit log says so with the same write. */
  readonly staff?: StaffMember;
  /** The event being handled; its id is recorded with its effect, and a duplicate has none. */
  readonly eventId?: string;
  /** Claimed work that goes on after this write. */
  readonly during?: ClaimedWork;
  /** Work of this kind that the write makes due is claimed with it. */
  readonly claims?: Pick<ClaimedWork<DueWorkKind>, 'kind' | 'claimId'> & { readonly until: Date };
  /** This process does the work that a new order owes when it is due; to others it is due so much later. */
  readonly othersAfterMs?: number;
  /** This write ends the claimed work; what the order needs next is free to be claimed. */
  readonly finishes?: ClaimedWork;
}

/** State, integration events, handled event ids and due work of one order are one document, written atomically. */
export interface OrderStore {
  /** Adds the order of a first event. False: an order with this id is there already. */
  add(first: OrderEvent, options?: WriteOptions): Promise<boolean>;
  /**
   * Takes the order as it is, asks `change` what happens to it, and writes that unless somebody else wrote meanwhile; then
   * it asks again, a bounded number of times.
   *
   * @throws {OrderNotFound | OrderChangedMeanwhile | OrdersUnavailable} and whatever `change` throws
   */
  update(
    id: string,
    change: (order: Order) => readonly OrderEvent[],
    options?: WriteOptions,
  ): Promise<OrderChange>;
  idsOfBuyer(buyerId: string): AsyncIterable<string>;
}
