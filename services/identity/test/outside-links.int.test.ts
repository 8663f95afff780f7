import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startOutsideProvider, type OutsideTestProvider } from '@quayside/testkit';
import { accountHolder } from './account-holder.ts';
import type { Browser } from './browser.ts';
import { textOf } from './mail-text.ts';
import { signInAs } from './sign-in-as.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

const password = 'rope and tar and salt';
let [started, provider]: [StartedIdentity, OutsideTestProvider] = [] as never;

beforeAll(async () => {
  provider = await startOutsideProvider();
  started = await startIdentity({
    OUTSIDE_PROVIDERS: JSON.stringify([
      { id: 'pilot', label: 'Pilot House', issuer: provider.issuer, ...provider.client, trustsEmail: true },
    ]),
  });
  provider.allow(`${started.publicOrigin}/identity/outside/pilot/callback`);
});
afterAll(async () => {
  await started.stop();
  await provider.close();
});

const { call, register } = accountHolder(() => started, password);
const somebody = async (email: string) => {
  const id = await register(email);
  await started.database.pool.query('UPDATE users SET unconfirmed_since = NULL WHERE id = $1', [id]);
  const { browser } = await signInAs(started, email, password);
  return { id, email, browser };
};
const begin = async (id: string, body: object) => call('POST', id, 'outside-sign-ins', body);
const linkIn = async (id: string, browser: Browser, sub: string, language = 'en') => {
  const { body } = await begin(id, { password, provider: 'pilot', language });
  const away = await browser.get(String(body['url']));
  if (away.url.origin !== provider.issuer) return away;
  return browser.get(await provider.signIn(away.url.href, { sub, email: `${sub}@mail.example` }));
};
const linksOf = async (id: string) =>
  (await call('GET', id, 'protection')).body['outsideSignIns'] as {
    id: string;
    provider: string;
    email: string;
  }[];

describe('linking an account at another provider', () => {
  test('asks for the password, leads back to the page in its language, and tells the owner by mail', async () => {
    const { id, email, browser } = await somebody('adds@example.com');
    expect((await begin(id, { password: 'guessed', provider: 'pilot' })).body['code']).toBe('wrong-password');
    expect((await begin(id, { password, provider: 'none' })).body['code']).toBe('provider-not-found');
    const back = await linkIn(id, browser, 'adds', 'de');
    expect(back.url.pathname).toBe('/de/konto');
    expect(await linksOf(id)).toMatchObject([{ provider: 'Pilot House', email: 'adds@mail.example' }]);
    expect(textOf(await started.mailTo(email, 1))).toContain('Another way into your account');
    await linkIn(id, browser, 'adds');
    expect(await linksOf(id)).toHaveLength(1);
  });

  test('is for the browser in which the account is signed in: an address handed to another links nothing', async () => {
    const [owner, victim] = [await somebody('thief@example.com'), await somebody('victim@example.com')];
    const back = await linkIn(owner.id, victim.browser, 'victim');
    expect([back.status, back.text]).toEqual([403, expect.stringContaining('Sign in to this account')]);
    expect((await linkIn(owner.id, started.browser(), 'victim')).status).toBe(403);
    expect((await owner.browser.get('/identity/outside/pilot/link?proof=made.up')).status).toBe(400);
    expect([await linksOf(owner.id), await linksOf(victim.id)]).toEqual([[], []]);
  });

  test('what opens another account already stays there', async () => {
    const [one, two] = [await somebody('first@example.com'), await somebody('second@example.com')];
    await linkIn(one.id, one.browser, 'shared');
    const back = await linkIn(two.id, two.browser, 'shared');
    expect([back.status, back.text]).toEqual([409, expect.stringContaining('opens another account already')]);
    expect([await linksOf(one.id), await linksOf(two.id)]).toMatchObject([[{ provider: 'Pilot House' }], []]);
  });
});

describe('a link', () => {
  test('is removed with the password by whoever has one, and told by mail', async () => {
    const { id, email, browser } = await somebody('removes@example.com');
    const stranger = await somebody('stranger@example.com');
    await linkIn(id, browser, 'removes');
    const [link] = await linksOf(id);
    const path = `outside-sign-ins/${link?.id}/removal`;
    expect((await call('POST', id, path, { password: 'guessed' })).body['code']).toBe('wrong-password');
    expect((await call('POST', stranger.id, path, { password })).body['code']).toBe('sign-in-not-found');
    expect((await call('POST', id, path, { password })).status).toBe(204);
    expect(await linksOf(id)).toEqual([]);
    expect(textOf(await started.mailTo(email, 2))).toContain('One way in less');
  });

  test('goes with the account, and is in what somebody takes along of it', async () => {
    const { id, browser } = await somebody('leaves@example.com');
    await linkIn(id, browser, 'leaves');
    expect((await call('GET', id, 'account')).body['outsideSignIns']).toMatchObject([
      { provider: 'pilot', email: 'leaves@mail.example' },
    ]);
    const kept = async () =>
      (await started.database.pool.query('SELECT 1 FROM outside_links WHERE subject = $1', ['leaves']))
        .rowCount;
    expect(await kept()).toBe(1);
    await started.database.pool.query('DELETE FROM users WHERE id = $1', [id]);
    expect(await kept()).toBe(0);
  });

  test('is used up to ten for an account', async () => {
    const { id, browser } = await somebody('many@example.com');
    for (let nth = 1; nth <= 10; nth += 1) await linkIn(id, browser, `many-${nth}`);
    const back = await linkIn(id, browser, 'many-11');
    expect([back.status, back.text]).toEqual([409, expect.stringContaining('opened by ten others')]);
    expect(await linksOf(id)).toHaveLength(10);
  });
});
