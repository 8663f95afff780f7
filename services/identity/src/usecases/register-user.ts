import { emailKey } from '@quayside/contracts/email';
import { PasswordRefused } from '../domain/errors.ts';
import { passwordFault, type Guessable } from '../domain/password-rules.ts';
import { registerUser, type User, type UserRegistered } from '../domain/user.ts';

export interface RegisterUserPorts {
  /** Stores user, event and the mail that asks for confirmation together. */
  readonly addUser: (event: UserRegistered, passwordHash: string, now: Date) => Promise<void>;
  readonly hashPassword: (password: string, waiter: { from: string; account: string }) => Promise<string>;
  readonly guessable: Guessable;
  readonly newId: () => string;
  readonly now: () => Date;
}

export interface Registration {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly locale: string;
  /** The network address, as it is counted. */
  readonly address: string;
}

/**
 * Makes an account, whoever else has one with the address: it is theirs who confirm it, and until then this one is of
 * use to whoever made it. So nothing is told of who has an account. Rejects with PasswordRefused.
 */
export const createRegisterUser =
  ({ addUser, hashPassword, guessable, newId, now }: RegisterUserPorts) =>
  async ({ password, address, ...details }: Registration): Promise<User> => {
    const fault = passwordFault(password, details, guessable);
    if (fault) throw new PasswordRefused(fault);
    const waiter = { from: address, account: emailKey(details.email) };
    const passwordHash = await hashPassword(password, waiter);
    const event = registerUser({ id: newId(), ...details });
    await addUser(event, passwordHash, now());
    return event.user;
  };
export type RegisterUser = ReturnType<typeof createRegisterUser>;
