import { StaleVersion } from '../domain/errors.ts';
import { giveRoles, type StaffRole } from '../domain/user.ts';
import type { Actor, People, Person } from './people.ts';

interface RolesGiven {
  readonly id: string;
  readonly by: Actor;
  readonly expectedVersion: number;
  readonly roles: readonly StaffRole[];
}

/**
 * Gives somebody these roles and no others. What they had is at an end with it: they sign in anew.
 *
 * @throws {UserNotFound | StaleVersion | LastAdmin}
 */
export const createGiveRoles =
  ({ update }: Pick<People, 'update'>) =>
  ({ id, by, expectedVersion, roles }: RolesGiven): Promise<Person> =>
    update(id, by, (person) => {
      if (person.version !== expectedVersion) throw new StaleVersion(person);
      const given = giveRoles(person, roles);
      return given && { ...person, ...given.user };
    });
export type GiveRoles = ReturnType<typeof createGiveRoles>;
