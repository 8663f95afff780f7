import { tidyEmail } from './email-address.ts';

export type Role = 'shopper' | 'admin';

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly locale: string;
  readonly roles: readonly Role[];
  readonly version: number;
}

export interface UserRegistered {
  readonly type: 'user-registered';
  readonly user: User;
}

export interface UserUpdated {
  readonly type: 'user-updated';
  readonly user: User;
}

export interface UserDeleted {
  readonly type: 'user-deleted';
  readonly user: Pick<User, 'id' | 'version'>;
}

export type UserEvent = UserRegistered | UserUpdated | UserDeleted;

export const registerUser = (details: {
  id: string;
  email: string;
  name: string;
  locale: string;
  roles?: readonly Role[];
}): UserRegistered => ({
  type: 'user-registered',
  user: {
    id: details.id,
    email: tidyEmail(details.email),
    name: details.name.trim(),
    locale: details.locale,
    roles: details.roles ?? ['shopper'],
    version: 1,
  },
});

/** Every user is a shopper; an admin is one besides. Undefined where nothing changes. */
export const makeAdmin = (user: User, admin: boolean): UserUpdated | undefined =>
  user.roles.includes('admin') === admin
    ? undefined
    : {
        type: 'user-updated',
        user: { ...user, roles: admin ? ['shopper', 'admin'] : ['shopper'], version: user.version + 1 },
      };

/** The last event of a user. */
export const deleteUser = ({ id, version }: Pick<User, 'id' | 'version'>): UserDeleted => ({
  type: 'user-deleted',
  user: { id, version: version + 1 },
});
