import { hash, verify } from '@node-rs/argon2';
import { PasswordChecksBusy } from '../domain/errors.ts';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. The package's default algorithm is argon2id. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing runs in libuv's pool of four threads; two are left for files and names, whatever comes in. */
const atOnce = 2;
const waitingAtMost = 100;

const createGate = (limit: number, queueLimit: number) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= limit) {
      if (waiting.length >= queueLimit) throw new PasswordChecksBusy();
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      // The place passes to the next in line, so `running` only falls when nobody waits.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};

/** The same password typed on another keyboard may arrive in another Unicode form. */
const canonical = (password: string): string => password.normalize('NFKC');

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** Takes as long where there is no hash to verify against, and is then false. */
  verify(passwordHash: string | undefined, password: string): Promise<boolean>;
}

export const createPasswordHasher = (): PasswordHasher => {
  const gate = createGate(atOnce, waitingAtMost);
  let dummy: Promise<string> | undefined;
  return {
    hash: (password) => gate(() => hash(canonical(password), parameters)),
    verify: async (passwordHash, password) => {
      dummy ??= hash('a password that nobody has', parameters);
      const against = passwordHash ?? (await dummy);
      const verified = await gate(() => verify(against, canonical(password)));
      return verified && passwordHash !== undefined;
    },
  };
};
