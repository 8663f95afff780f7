import { registerUser, type User, type UserRegistered } from '../domain/user.ts';

export interface RegisterUserPorts {
  /** Stores user and event together; rejects with EmailTaken. */
  readonly addUser: (event: UserRegistered, passwordHash: string) => Promise<void>;
  readonly hashPassword: (password: string) => Promise<string>;
  readonly newId: () => string;
}

export interface Registration {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly locale: string;
}

/** Hashes before it looks, so that a taken e-mail takes as long as a free one. */
export const createRegisterUser =
  ({ addUser, hashPassword, newId }: RegisterUserPorts) =>
  async ({ password, ...details }: Registration): Promise<User> => {
    const passwordHash = await hashPassword(password);
    const event = registerUser({ id: newId(), ...details });
    await addUser(event, passwordHash);
    return event.user;
  };
export type RegisterUser = ReturnType<typeof createRegisterUser>;
