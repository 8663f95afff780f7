import { describe, expect, test } from '@jest/globals';
import { PasswordChecksBusy } from '../domain/errors.ts';
import { createPasswordHasher } from './password-hasher.ts';

const passwords = createPasswordHasher();
const waiter = { from: '192.0.2.1', account: 'ada@example.com' };

describe('passwords', () => {
  test('are verified against their hash, however their letters were composed', async () => {
    const hashed = await passwords.hash('s\u00f8ster caf\u00e9 at sea', waiter);
    expect(await passwords.verify([hashed], 's\u00f8ster cafe\u0301 at sea', waiter)).toBe(hashed);
    expect(await passwords.verify([undefined, hashed], 's\u00f8ster caf\u00e9 at sea', waiter)).toBe(hashed);
    expect(await passwords.verify([hashed], 's\u00f8ster cafe at sea', waiter)).toBeUndefined();
  });

  test('are never right where there is no account', async () => {
    const nobodys = 'a password that nobody has';
    expect(await passwords.verify([undefined, undefined], nobodys, waiter)).toBeUndefined();
  });

  test('of one address fill a line that has an end, past which another address goes its way', async () => {
    const crowd = Array.from({ length: 130 }, (_, index) =>
      passwords.verify([undefined], 'many at once', { from: '192.0.2.66', account: `victim ${index}` }),
    );
    const settled = Promise.allSettled(crowd);
    const other = await passwords.hash('a way of its own', waiter);
    expect(await passwords.verify([other], 'a way of its own', waiter)).toBe(other);
    const refused = (await settled).filter(({ status }) => status === 'rejected');
    // Whether one of them had ended before the last came is a matter of luck.
    expect(refused.length).toBeGreaterThanOrEqual(100);
    expect(refused).toEqual(
      refused.map(() => ({ status: 'rejected', reason: expect.any(PasswordChecksBusy) })),
    );
  });
});
