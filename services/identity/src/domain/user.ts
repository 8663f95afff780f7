import { tidyEmail } from '@quayside/contracts/email';
import { EmailNotConfirmed } from './errors.ts';

const staffRoles = ['support', 'merchandiser', 'admin'] as const;
export type StaffRole = (typeof staffRoles)[number];
export type Role = 'shopper' | StaffRole;

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly locale: string;
  readonly roles: readonly Role[];
  readonly version: number;
  /** Whether its owner showed that mail to the address arrives. */
  readonly emailConfirmed: boolean;
}

export const isOnStaff = ({ roles }: Pick<User, 'roles'>): boolean =>
  staffRoles.some((role) => roles.includes(role));

export interface UserRegistered {
  readonly type: 'user-registered';
  readonly user: User;
}

export interface UserConfirmed {
  readonly type: 'user-confirmed';
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

export type UserEvent = UserRegistered | UserConfirmed | UserUpdated | UserDeleted;

export const registerUser = (details: {
  id: string;
  email: string;
  name: string;
  locale: string;
  roles?: readonly Role[];
  emailConfirmed?: boolean;
}): UserRegistered => ({
  type: 'user-registered',
  user: {
    id: details.id,
    email: tidyEmail(details.email),
    name: details.name.trim(),
    locale: details.locale,
    roles: details.roles ?? ['shopper'],
    version: 1,
    emailConfirmed: details.emailConfirmed ?? false,
  },
});

type Language = 'en' | 'de';

/** The language of mails to somebody, of those in which there are some. */
export const languageOf = (locale: string): Language => (/^de\b/i.test(locale) ? 'de' : 'en');

/** Undefined where mails are in it already: the place that the locale names stays. */
export const chooseLanguage = (user: User, language: Language): UserUpdated | undefined =>
  languageOf(user.locale) === language
    ? undefined
    : { type: 'user-updated', user: { ...user, locale: language, version: user.version + 1 } };

/** Undefined where these are their roles already. */
const updated = (user: User, roles: readonly Role[]): UserUpdated | undefined =>
  roles.join() === user.roles.join()
    ? undefined
    : { type: 'user-updated', user: { ...user, roles, version: user.version + 1 } };

/** Every user is a shopper, and on the staff besides. Undefined where nothing changes. */
export const giveRoles = (user: User, wanted: readonly StaffRole[]): UserUpdated | undefined => {
  // Anybody can have made an account with the address of a colleague.
  if (wanted.length > 0 && !user.emailConfirmed) throw new EmailNotConfirmed();
  return updated(user, ['shopper', ...staffRoles.filter((role) => wanted.includes(role))]);
};

export const makeAdmin = (user: User, admin: boolean): UserUpdated | undefined => {
  const others = staffRoles.filter((role) => role !== 'admin' && user.roles.includes(role));
  return giveRoles(user, admin ? [...others, 'admin'] : others);
};

/** The last event of a user. */
export const deleteUser = ({ id, version }: Pick<User, 'id' | 'version'>): UserDeleted => ({
  type: 'user-deleted',
  user: { id, version: version + 1 },
});

export const confirmEmail = (user: User): UserConfirmed => ({
  type: 'user-confirmed',
  user: { ...user, emailConfirmed: true, version: user.version + 1 },
});

/** To an address that is confirmed by that. */
export const changeEmail = (user: User, email: string): UserConfirmed | UserUpdated => ({
  type: user.emailConfirmed ? 'user-updated' : 'user-confirmed',
  user: { ...user, email: tidyEmail(email), emailConfirmed: true, version: user.version + 1 },
});
