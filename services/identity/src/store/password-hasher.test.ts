import { describe, expect, test } from '@jest/globals';
import { PasswordChecksBusy } from '../domain/errors.ts';
import { createPasswordHasher } from './password-hasher.ts';

const passwords = createPasswordHasher();

describe('passwords', () => {
  test('are verified against their hash, however their letters were composed', async () => {
    const hashed = await passwords.hash('s\u00f8ster caf\u00e9 at sea');
    expect(await passwords.verify(hashed, 's\u00f8ster cafe\u0301 at sea')).toBe(true);
    expect(await passwords.verify(hashed, 's\u00f8ster cafe at sea')).toBe(false);
  });

  test('are never right where there is no account', async () => {
    expect(await passwords.verify(undefined, 'a password that nobody has')).toBe(false);
  });

  test('wait in a queue that has an end, and the queue empties', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 110 }, () => passwords.verify(undefined, 'many at once')),
    );
    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(110 - 2 - 100);
    expect(refused).toEqual(
      refused.map(() => ({ status: 'rejected', reason: expect.any(PasswordChecksBusy) })),
    );
    expect(await passwords.verify(undefined, 'afterwards')).toBe(false);
  });
});
