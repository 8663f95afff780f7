import type { DueWork } from '../domain/due-work.ts';
import type { Invoice } from '../domain/invoice.ts';
import type { Order } from '../domain/order.ts';
import type { TimelineEntry } from '../domain/timeline-entry.ts';

/** Who of the staff does something, with the name they have now. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
}

export interface OrderNote {
  readonly id: string;
  readonly at: string;
  readonly staffId: string;
  readonly text: string;
}

/** What the order waits for, and how that went so far. */
export interface OwedWork extends DueWork {
  readonly attempts: number;
  readonly isUnderWay: boolean;
  readonly failure?: { readonly at: string; readonly message: string };
}

/** An order with all that staff know of it. */
export interface StaffOrder {
  readonly order: Order;
  readonly timeline: readonly TimelineEntry[];
  readonly notes: readonly OrderNote[];
  readonly invoices: readonly Invoice[];
  readonly owes?: OwedWork;
  /** Of the staff who did something with it, as far as they have an account. */
  readonly names: Readonly<Record<string, string>>;
}

export interface StaffOrderFile {
  /** @throws {OrderNotFound | OrdersUnavailable} */
  read(orderId: string): Promise<StaffOrder>;
  /** Once for each id. @throws {OrderNotFound | OrdersUnavailable} */
  addNote(orderId: string, note: Omit<OrderNote, 'staffId'>, by: StaffMember): Promise<void>;
}
