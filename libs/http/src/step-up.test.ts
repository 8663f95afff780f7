import { describe, expect, test } from '@jest/globals';
import { ProblemError } from './problem.ts';
import { isRecent, requireStepUp } from './step-up.ts';
import type { Principal } from './token-verifier.ts';

const now = new Date('2026-03-14T09:00:00Z');
const ago = (minutes: number) => now.getTime() - minutes * 60_000;
const admin: Principal = {
  ...{ id: 'u', kind: 'user', name: '', email: '', roles: ['admin'], scopes: ['shop', 'admin'] },
  authenticatedAt: ago(1),
};
const route = { audience: 'admin', asksForRecentSignIn: true } as const;

const refusal = (...[asked, who, staffNeedSecondFactor = false]: [object, Principal, boolean?]) => {
  try {
    requireStepUp({ ...route, ...asked }, who, { staffNeedSecondFactor, now });
    return 'in';
  } catch (error) {
    return error instanceof ProblemError ? error.options : error;
  }
};

describe('what asks for a recent sign-in', () => {
  test.each([
    [1, true],
    [15, true],
    [15.1, false],
  ])('%f minutes ago: recent is %s', (minutes, expected) =>
    expect(isRecent({ ...admin, authenticatedAt: ago(minutes) }, now)).toBe(expected),
  );

  test('is refused with the challenge of RFC 9470 to whoever signed in long ago, or never said when', () => {
    for (const authenticatedAt of [ago(16), undefined]) {
      const { authenticatedAt: _, ...bare } = admin;
      expect(refusal({}, authenticatedAt ? { ...bare, authenticatedAt } : bare)).toMatchObject({
        ...{ status: 401, code: 'step-up-required', extra: { maxAge: 900 } },
        headers: {
          'www-authenticate': expect.stringMatching(
            /error="insufficient_user_authentication".*max_age="900"/,
          ),
        },
      });
    }
    expect(refusal({}, admin)).toBe('in');
    expect(refusal({ asksForRecentSignIn: false }, { ...admin, authenticatedAt: ago(600) })).toBe('in');
  });
});

describe('where staff need a second factor', () => {
  test.each(['support', 'merchandiser', 'admin'])('a route for %s is refused without one', (audience) => {
    expect(refusal({ audience }, admin, true)).toMatchObject({
      ...{ status: 401, code: 'second-factor-required' },
      headers: { 'www-authenticate': expect.stringContaining('acr_values="aal2"') },
    });
    expect(refusal({ audience }, { ...admin, acr: 'aal1' }, true)).toMatchObject({ status: 401 });
    expect(refusal({ audience }, { ...admin, acr: 'aal2' }, true)).toBe('in');
  });

  test.each(['shopper', 'user'])('what is for a %s is not', (audience) => {
    expect(refusal({ audience }, admin, true)).toBe('in');
  });
});
