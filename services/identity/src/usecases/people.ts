import type { StaffRole, User } from '../domain/user.ts';

/** Somebody of the staff who does something, with the name they have now. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

/** Somebody with an account, as the staff see them. */
export interface Person extends User {
  readonly registeredAt: Date;
  readonly isDisabled: boolean;
}

export interface PeopleQuery {
  readonly q?: string | undefined;
  readonly role?: StaffRole | 'any' | undefined;
  readonly sort?: 'name' | '-name' | 'registered' | '-registered' | undefined;
  readonly page: number;
  readonly pageSize: number;
}

export interface Found<T> {
  readonly items: T[];
  readonly totalItems: number;
  /** There are more than `totalItems`, which were not counted. */
  readonly isMore: boolean;
}

export interface People {
  list(query: PeopleQuery): Promise<Found<Person>>;
  /** @throws {UserNotFound} */
  find(id: string): Promise<Person>;
  /**
   * Loads with a lock, lets `decide`, writes state, event and the entry in the audit log together, and ends every
   * sign-in of the person. Where nothing changes, nothing of it.
   *
   * @throws {UserNotFound | LastAdmin} and what `decide` throws
   */
  update(id: string, by: Actor, decide: (person: Person) => Person | undefined): Promise<Person>;
}
