import { describe, expect, test } from '@jest/globals';
import { requireAudience } from './audience.ts';
import { ProblemError } from './problem.ts';
import type { Principal } from './token-verifier.ts';

const user: Principal = { id: 'u', kind: 'user', name: '', email: '', roles: ['shopper'], scopes: ['shop'] };
const callers = {
  guest: { ...user, kind: 'guest', roles: [] },
  user,
  machine: { ...user, kind: 'machine', roles: ['admin'], scopes: ['shop', 'admin'] },
  support: { ...user, roles: ['support'], scopes: ['shop', 'support'] },
  merchandiser: { ...user, roles: ['merchandiser'], scopes: ['shop', 'merchandiser'] },
  admin: { ...user, roles: ['admin'], scopes: ['shop', 'admin'] },
  'admin with a token for shopping': { ...user, roles: ['admin'] },
} satisfies Record<string, Principal>;

const refusal = (audience: Parameters<typeof requireAudience>[0], caller: Principal): string => {
  try {
    requireAudience(audience, caller);
    return 'in';
  } catch (error) {
    return error instanceof ProblemError ? error.options.code : 'another fault';
  }
};

describe('who may call', () => {
  const none = { guest: 'sign-in-required', user: 'forbidden', machine: 'forbidden' };
  test.each([
    [
      'shopper',
      { guest: 'in', user: 'in', machine: 'forbidden', support: 'in', merchandiser: 'in', admin: 'in' },
    ],
    [
      'user',
      {
        ...{ guest: 'sign-in-required', user: 'in', machine: 'forbidden' },
        ...{ support: 'in', merchandiser: 'in', admin: 'in' },
      },
    ],
    ['support', { ...none, support: 'in', merchandiser: 'forbidden', admin: 'in' }],
    ['merchandiser', { ...none, support: 'forbidden', merchandiser: 'in', admin: 'in' }],
    ['admin', { ...none, support: 'forbidden', merchandiser: 'forbidden', admin: 'in' }],
  ] as const)('what is for %s', (audience, expected) => {
    const { 'admin with a token for shopping': weak, ...rest } = callers;
    const found = Object.entries(rest).map(([name, caller]) => [name, refusal(audience, caller)]);
    expect(Object.fromEntries(found)).toEqual(expected);
    const isForStaff = audience !== 'shopper' && audience !== 'user';
    expect(refusal(audience, weak)).toBe(isForStaff ? 'insufficient-scope' : 'in');
  });

  test('an API key is let in where the scope is named that it has, and nowhere else', () => {
    const key: Principal = { ...user, kind: 'machine', roles: [], scopes: ['stock:write'] };
    const outcome = (keyScope?: 'stock:write' | 'orders:read') => {
      try {
        requireAudience('merchandiser', key, keyScope);
        return 'in';
      } catch (error) {
        return (error as ProblemError).options.code;
      }
    };
    expect(outcome('stock:write')).toBe('in');
    expect(outcome('orders:read')).toBe('insufficient-scope');
    expect(outcome()).toBe('forbidden');
  });

  test('a role counts with the scope of its own name alone', () => {
    const helper = { ...callers.support, scopes: ['shop', 'admin'] };
    expect(refusal('support', helper)).toBe('insufficient-scope');
    expect(refusal('admin', { ...helper, scopes: ['shop', 'support', 'admin'] })).toBe('forbidden');
  });
});
