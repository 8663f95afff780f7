import { expect, test } from '@jest/globals';
import { PasswordChecksBusy, TooManyAttempts } from '../domain/errors.ts';
import type { Limit } from '../domain/sign-in-limits.ts';
import { admitAttempt, type Attempts } from '../domain/throttle.ts';
import { createSignIn } from './sign-in.ts';

const inMemory = () => {
  const known = new Map<string, Attempts>();
  const nameOf = ({ key }: Limit) => key.join();
  return {
    admit: async (limits: readonly Limit[], now: Date) => {
      const admissions = limits.map((limit) => admitAttempt(limit.throttle, known.get(nameOf(limit)), now));
      for (const [index, admission] of admissions.entries()) {
        if (!admission.admitted) throw new TooManyAttempts(admission.retryAfterSeconds);
        known.set(nameOf(limits[index]!), admission.attempts);
      }
    },
    forget: async (limits: readonly Limit[]) => limits.forEach((limit) => known.delete(nameOf(limit))),
    takeBack: async (limits: readonly Limit[]) =>
      limits.forEach((limit) => {
        const before = known.get(nameOf(limit));
        if (before) known.set(nameOf(limit), { ...before, failures: before.failures - 1 });
      }),
  };
};

test('a password that was not even looked at counts as no failure', async () => {
  let busy = true;
  const signIn = createSignIn({
    credentialsOf: async () => [{ userId: 'u1', passwordHash: 'hash', isConfirmed: true, isDisabled: false }],
    verifyPassword: async () => {
      if (busy) throw new PasswordChecksBusy();
      return 'hash';
    },
    attempts: inMemory(),
    now: () => new Date('2026-03-01T12:00:00Z'),
  });
  const request = {
    email: 'ada@quayside.test',
    password: 'the right one',
    address: '192.0.2.1',
    knownDevice: () => undefined,
  };
  for (let turn = 0; turn < 50; turn += 1) {
    await expect(signIn(request)).rejects.toThrow(PasswordChecksBusy);
  }
  busy = false;
  expect(await signIn(request)).toBe('u1');
});
