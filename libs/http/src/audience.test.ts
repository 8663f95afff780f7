import { describe, expect, test } from '@jest/globals';
import { requireAudience } from './audience.ts';
import { ProblemError } from './problem.ts';
import type { Principal } from './token-verifier.ts';

const user: Principal = { id: 'u', kind: 'user', name: '', email: '', roles: ['shopper'], scopes: ['shop'] };
const callers = {
  guest: { ...user, kind: 'guest', roles: [] },
  user,
  machine: { ...user, kind: 'machine', roles: ['admin'], scopes: ['shop', 'admin'] },
  support: { ...user, roles: ['support'], scopes: ['shop', 'admin'] },
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
  test.each([
    ['shopper', { guest: 'in', user: 'in', machine: 'forbidden', support: 'in', admin: 'in' }],
    ['user', { guest: 'sign-in-required', user: 'in', machine: 'forbidden', support: 'in', admin: 'in' }],
    [
      'support',
      { guest: 'sign-in-required', user: 'forbidden', machine: 'forbidden', support: 'in', admin: 'in' },
    ],
    [
      'admin',
      {
        guest: 'sign-in-required',
        user: 'forbidden',
        machine: 'forbidden',
        support: 'forbidden',
        admin: 'in',
      },
    ],
  ] as const)('what is for %s', (audience, expected) => {
    const { 'admin with a token for shopping': weak, ...rest } = callers;
    const found = Object.entries(rest).map(([name, caller]) => [name, refusal(audience, caller)]);
    expect(Object.fromEntries(found)).toEqual(expected);
    const isForStaff = audience === 'admin' || audience === 'support';
    expect(refusal(audience, weak)).toBe(isForStaff ? 'insufficient-scope' : 'in');
  });
});
