import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from './browser.ts';
import { startAbroad, type Abroad } from './start-abroad.ts';
import type { StartedIdentity } from './start-identity.ts';

let [abroad, started]: [Abroad, StartedIdentity] = [] as never;
beforeAll(async () => {
  abroad = await startAbroad();
  ({ started } = abroad);
});
afterEach(() => abroad.mend());
afterAll(() => abroad.stop());

const seconds = () => Math.floor(Date.now() / 1000);
let people = 0;
/** Signed in by the other provider, and nothing else. */
const somebody = async () => {
  const sub = `s-${(people += 1)}`;
  const person = { sub, name: 'Una Nord', email: `${sub}@example.com`, email_verified: true };
  return { person, ...(await abroad.newcomer('pilot', person)) };
};

/** As the gateway sends whoever is to show once more that it is them. */
const setOutOnceMore = async (browser: Browser) => {
  const request = started.client.authorize({ max_age: '0', return_to: '/orders' });
  const page = await browser.get(request.url);
  expect(page.text).toContain('Is it you?');
  const at = page.url.pathname.replace(/\/sign-in$/, '');
  return { request, at, away: await browser.get(`${at}/outside/pilot/begin?again=%2Forders`) };
};

describe('who was signed in by another provider and is to show it once more', () => {
  test('is sent there to sign in anew, and what the token says of when is from then', async () => {
    const { browser, person, claims } = await somebody();
    const from = seconds();
    const { request, away } = await setOutOnceMore(browser);
    expect(Object.fromEntries(away.url.searchParams)).toMatchObject({ max_age: '0', prompt: 'login' });
    const back = await browser.get(await abroad.providers.pilot.signIn(away.url.href, person));
    const again = await abroad.tokenOf({ request }, back.url);
    expect(again).toMatchObject({ sub: claims['sub'], amr: ['fed'] });
    expect(again['auth_time']).toBeGreaterThanOrEqual(from);
  });

  test('may take their time there', async () => {
    const { browser, person } = await somebody();
    const { request, away } = await setOutOnceMore(browser);
    await started.database.pool.query(
      `UPDATE outside_departures SET expires_at = expires_at - interval '10 minutes'`,
    );
    abroad.providers.pilot.faults.signedInSecondsAgo = 500;
    const back = await browser.get(await abroad.providers.pilot.signIn(away.url.href, person));
    await abroad.tokenOf({ request }, back.url);
  });

  test.each([
    ['does not say when it signed them in', { ignoresAge: true }],
    ['signed them in before', { signedInSecondsAgo: 120 }],
  ])('shows nothing by a provider that %s, which is on record', async (_what, faults) => {
    const { browser, person } = await somebody();
    const { away } = await setOutOnceMore(browser);
    Object.assign(abroad.providers.pilot.faults, faults);
    started.lines.length = 0;
    const back = await browser.get(await abroad.providers.pilot.signIn(away.url.href, person));
    expect([back.status, back.text]).toEqual([400, expect.stringContaining('could not be checked')]);
    expect(abroad.notes('outside-refused')).toMatchObject([{ event: 'authn_login_fail' }]);
  });
});
