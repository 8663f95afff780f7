import { StaffAccount, StaleVersion } from '../domain/errors.ts';
import { isOnStaff } from '../domain/user.ts';
import type { Customers } from './customers.ts';
import type { Actor, People, Person } from './people.ts';

interface Asked {
  readonly id: string;
  readonly by: Actor;
}
type OnVersion = Asked & { readonly expectedVersion: number };

const refuseStale = (person: Person, expectedVersion: number): void => {
  if (person.version !== expectedVersion) throw new StaleVersion(person);
};

/** What staff do with the account of a customer. */
export const createCustomerChanges = (deps: { customers: Customers; people: Pick<People, 'update'> }) => ({
  /** Colleagues are not signed out but by admins. @throws {UserNotFound | StaffAccount} */
  signOut: ({ id, by, isAdmin }: Asked & { readonly isAdmin: boolean }): Promise<void> =>
    deps.customers.signOut(id, by, (person) => {
      if (!isAdmin && isOnStaff(person)) throw new StaffAccount();
    }),

  /** @throws {UserNotFound | StaleVersion | LastAdmin} */
  setState: ({ id, by, expectedVersion, isDisabled }: OnVersion & { readonly isDisabled: boolean }) =>
    deps.people.update(id, by, (person) => {
      refuseStale(person, expectedVersion);
      return person.isDisabled === isDisabled
        ? undefined
        : { ...person, isDisabled, version: person.version + 1 };
    }),

  /** @throws {UserNotFound | StaleVersion | LastAdmin} */
  remove: ({ id, by, expectedVersion }: OnVersion): Promise<void> =>
    deps.customers.remove(id, by, (person) => refuseStale(person, expectedVersion)),
});
export type CustomerChanges = ReturnType<typeof createCustomerChanges>;
