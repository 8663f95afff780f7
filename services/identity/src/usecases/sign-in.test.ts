import { expect, test } from '@jest/globals';
import { PasswordChecksBusy } from '../domain/errors.ts';
import type { Admission, Attempts } from '../domain/sign-in-throttle.ts';
import { createSignIn } from './sign-in.ts';

const inMemory = () => {
  const known = new Map<string, Attempts>();
  return {
    update: async (key: readonly string[], decide: (before: Attempts | undefined) => Admission) => {
      const admission = decide(known.get(key.join()));
      if (admission.admitted) known.set(key.join(), admission.attempts);
      return admission;
    },
    forget: async (key: readonly string[]) => void known.delete(key.join()),
  };
};

test('a password that was not even looked at counts as no failure', async () => {
  let busy = true;
  const signIn = createSignIn({
    credentialsOf: async () => ({ userId: 'u1', passwordHash: 'hash' }),
    verifyPassword: async () => {
      if (busy) throw new PasswordChecksBusy();
      return true;
    },
    attempts: inMemory(),
    now: () => new Date('2026-03-01T12:00:00Z'),
  });
  const request = { email: 'ada@quayside.test', password: 'the right one', address: '192.0.2.1' };
  for (let turn = 0; turn < 10; turn += 1) {
    await expect(signIn(request)).rejects.toThrow(PasswordChecksBusy);
  }
  busy = false;
  expect(await signIn(request)).toBe('u1');
});
