import { emailKey } from '../domain/email-address.ts';
import { PasswordRefused } from '../domain/errors.ts';
import { passwordFault } from '../domain/password-rules.ts';
import { registerUser, type User, type UserRegistered } from '../domain/user.ts';

export interface RegisterUserPorts {
  /** Stores user and event together; rejects with EmailTaken. */
  readonly addUser: (event: UserRegistered, passwordHash: string) => Promise<void>;
  readonly hashPassword: (password: string, waiter: { from: string; account: string }) => Promise<string>;
  readonly isCommonPassword: (password: string) => boolean;
  readonly newId: () => string;
}

export interface Registration {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly locale: string;
  /** The network address, as it is counted. */
  readonly address: string;
}

/** Hashes before it looks, so that a taken e-mail takes as long as a free one. Rejects with PasswordRefused. */
export const createRegisterUser =
  ({ addUser, hashPassword, isCommonPassword, newId }: RegisterUserPorts) =>
  async ({ password, address, ...details }: Registration): Promise<User> => {
    const fault = passwordFault(password, details, isCommonPassword);
    if (fault) throw new PasswordRefused(fault);
    const waiter = { from: address, account: emailKey(details.email) };
    const passwordHash = await hashPassword(password, waiter);
    const event = registerUser({ id: newId(), ...details });
    await addUser(event, passwordHash);
    return event.user;
  };
export type RegisterUser = ReturnType<typeof createRegisterUser>;
