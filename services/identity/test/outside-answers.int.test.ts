import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startAbroad, type Abroad } from './start-abroad.ts';
import type { StartedIdentity } from './start-identity.ts';

let [abroad, started]: [Abroad, StartedIdentity] = [] as never;

beforeAll(async () => {
  abroad = await startAbroad();
  ({ started } = abroad);
  await abroad.newcomer('pilot', { sub: 'p-1', email: 'una@example.com', email_verified: true });
});
afterEach(() => abroad.mend());
afterAll(() => abroad.stop());

describe('a provider that is away', () => {
  test.each([
    ['down', { isDown: true }],
    ['silent', { isSilent: true }],
  ])('%s is said in plain words, and the password opens the account meanwhile', async (_how, faults) => {
    Object.assign(abroad.providers.lock.faults, faults);
    const { away, submit } = await abroad.setOut('lock');
    expect([away.status, away.text]).toEqual([
      503,
      expect.stringContaining('Lock Keeper cannot be reached right now'),
    ]);
    const back = await submit('sign-in', { email: 'shopper@quayside.test', password: 'quayside-demo' });
    expect(back.url.pathname).toBe('/auth/callback');
  });

  test('on the way back as well', async () => {
    const way = await abroad.setOut('pilot');
    const callback = await abroad.providers.pilot.signIn(way.away.url.href, {
      sub: 'p-1',
      email_verified: true,
    });
    abroad.providers.pilot.faults.isDown = true;
    const back = await way.browser.get(callback);
    expect([back.status, back.text]).toEqual([503, expect.stringContaining('cannot be reached')]);
  });
});

describe('what comes back', () => {
  test.each([
    ['for another sign-in, by its nonce', { nonce: 'replayed' }],
    ['from another issuer', { issuer: 'https://elsewhere.example' }],
    ['for another client, by its audience', { audience: 'somebody-else' }],
    ['changed on the way', { breaksSignature: true }],
  ])('%s opens nothing, which is on record', async (_what, faults) => {
    started.lines.length = 0;
    Object.assign(abroad.providers.pilot.faults, faults);
    const { back } = await abroad.comeBack('pilot', { sub: 'p-1', email_verified: true });
    expect([back.status, back.text]).toEqual([400, expect.stringContaining('could not be checked')]);
    expect(back.text).toContain('name="password"');
    expect(abroad.notes('outside-refused')).toMatchObject([{ event: 'authn_login_fail' }]);
  });

  test('a second time, in another browser, or with a state that was made up opens nothing', async () => {
    started.lines.length = 0;
    const way = await abroad.setOut('pilot');
    const callback = await abroad.providers.pilot.signIn(way.away.url.href, {
      sub: 'p-1',
      email_verified: true,
    });
    const elsewhere = await started.browser().get(callback);
    expect([elsewhere.status, elsewhere.text]).toEqual([
      400,
      expect.stringContaining('begun in another browser'),
    ]);
    const first = await way.browser.get(callback);
    expect(first.url.pathname).toBe('/auth/callback');
    expect((await way.browser.get(callback)).status).toBe(400);
    const madeUp = callback.replace(/state=[^&]+/, `state=${'x'.repeat(43)}`);
    expect((await way.browser.get(madeUp)).status).toBe(400);
    expect((await way.browser.get('/identity/outside/pilot/callback')).status).toBe(400);
    expect(abroad.notes('outside-journey').length).toBeGreaterThanOrEqual(4);
  });

  test('at the address of another provider opens nothing', async () => {
    const way = await abroad.setOut('pilot');
    const callback = await abroad.providers.pilot.signIn(way.away.url.href, {
      sub: 'p-1',
      email_verified: true,
    });
    expect((await way.browser.get(callback.replace('/pilot/', '/lock/'))).status).toBe(400);
  });

  test('half an hour late opens nothing', async () => {
    const way = await abroad.setOut('pilot');
    const callback = await abroad.providers.pilot.signIn(way.away.url.href, {
      sub: 'p-1',
      email_verified: true,
    });
    started.clock.aheadMs = 31 * 60_000;
    expect((await way.browser.get(callback)).status).toBe(400);
    started.clock.aheadMs = 0;
  });

  test('of two tabs at once is each its own sign-in', async () => {
    const one = await abroad.setOut('pilot');
    const two = await abroad.setOut('lock', started.browser(undefined, one.browser.cookies()));
    const ofTwo = await abroad.providers.lock.signIn(two.away.url.href, {
      sub: 'tab',
      email: 'tab@example.com',
    });
    const ofOne = await abroad.providers.pilot.signIn(one.away.url.href, {
      sub: 'p-1',
      email_verified: true,
    });
    expect((await two.browser.get(ofTwo)).text).toContain('Lock Keeper knows you');
    const first = await one.browser.get(ofOne);
    expect(first.url.searchParams.get('state')).toBe(one.request.state);
  });

  test('from somebody who changed their mind leads to the sign-in page, with nothing changed', async () => {
    const { back } = await abroad.comeBack('pilot', 'cancel');
    expect([back.status, back.text]).toEqual([
      200,
      expect.stringContaining('Pilot House did not sign you in'),
    ]);
  });
});
