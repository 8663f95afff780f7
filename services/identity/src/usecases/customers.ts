import type { Money } from '@quayside/contracts/money';
import type { User } from '../domain/user.ts';
import type { Actor, Found, Person } from './people.ts';

/** What a customer's orders come to, in Ordering's word. */
export interface OrderFigures {
  readonly orders: number;
  readonly spend: Money[];
  readonly lastOrderAt: Date | null;
}

export type ListedCustomer = Pick<User, 'id' | 'name' | 'email'> &
  OrderFigures & { readonly registeredAt: Date; readonly isDisabled: boolean };

export interface SignInSession {
  readonly begunAt: Date;
  readonly renewedAt?: Date;
  readonly until: Date;
}

export interface CustomerNote {
  readonly id: string;
  readonly at: Date;
  readonly authorId: string;
  /** Null once the account of who wrote it is deleted. */
  readonly authorName: string | null;
  readonly text: string;
}

export interface Customer extends Person, OrderFigures {
  readonly sessions: readonly SignInSession[];
  readonly notes: readonly CustomerNote[];
}

type CustomerSort = 'name' | 'registered' | 'orders' | 'last-order';

export interface CustomerFilter {
  readonly q?: string | undefined;
  readonly state?: 'active' | 'disabled' | undefined;
}

export interface ExportedCustomers {
  /** Those that any of them spent. */
  readonly currencies: readonly string[];
  readonly customers: AsyncIterable<ListedCustomer>;
}

export interface CustomerQuery extends CustomerFilter {
  readonly sort?: CustomerSort | `-${CustomerSort}` | undefined;
  readonly page: number;
  readonly pageSize: number;
}

/** Each but `list` throws UserNotFound, and writes what was done or seen into the audit log in the same transaction. */
export interface Customers {
  list(query: CustomerQuery): Promise<Found<ListedCustomer>>;
  /** @param why what the audit log says of it: `viewed` not again for some minutes, `exported` each time */
  read(id: string, by: Actor, why: 'viewed' | 'exported'): Promise<Customer>;
  /** Once for each id. */
  addNote(id: string, by: Actor, note: { readonly id: string; readonly text: string }): Promise<Customer>;
  /** @param check throws what keeps `by` from doing it */
  signOut(id: string, by: Actor, check: (person: Person) => void): Promise<void>;
  /** @throws {LastAdmin} and what `check` throws */
  remove(id: string, by: Actor, check: (person: Person) => void): Promise<void>;
}
