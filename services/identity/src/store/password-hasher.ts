import { hash, verify } from '@node-rs/argon2';
import { createFairGate, type Waiter } from './fair-gate.ts';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. The package's default algorithm is argon2id. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing runs in libuv's pool of four threads; two are left for files and names, whatever comes in. */
const bounds = { atOnce: 2, waitingAtMost: 200, perAddress: 20, perAccount: 5 };

/** The same password typed on another keyboard may arrive in another Unicode form. */
const canonical = (password: string): string => password.normalize('NFKC');

export interface PasswordHasher {
  hash(password: string, waiter: Waiter): Promise<string>;
  /**
   * The first of the hashes that the password belongs to. Each takes as long where there is no hash to verify against,
   * and is then not the one.
   */
  verify(
    passwordHashes: readonly (string | undefined)[],
    password: string,
    waiter: Waiter,
  ): Promise<string | undefined>;
}

/** All that is hashed here waits in one line for each address, so that nobody's guesses keep others out. */
export const createPasswordHasher = (): PasswordHasher => {
  const gate = createFairGate(bounds);
  let dummy: Promise<string> | undefined;
  return {
    hash: (password, waiter) => gate(waiter, () => hash(canonical(password), parameters)),
    verify: async (passwordHashes, password, waiter) => {
      dummy ??= hash('a password that nobody has', parameters);
      const nobodys = await dummy;
      return gate(waiter, async () => {
        for (const passwordHash of passwordHashes) {
          const verified = await verify(passwordHash ?? nobodys, canonical(password));
          if (verified && passwordHash !== undefined) return passwordHash;
        }
        return undefined;
      });
    },
  };
};
