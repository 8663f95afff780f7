import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { basicCredentials } from '@quayside/http';
import { generateSync } from 'otplib';
import { demoPassword, demoUsers } from '../src/main/demo-users.ts';
import { claimsOf, signInAs } from './sign-in-as.ts';
import { staffCalls } from './staff-calls.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

const users = '/api/v1/admin/identity/users';
const customers = '/api/v1/admin/identity/customers';
const [shopper = '', admin = ''] = demoUsers.map(({ user }) => user.id);

const seconds = () => Math.floor(Date.now() / 1000);

/** Turns codes on for an account, and signs in with one. */
const signInWithCode = async (started: StartedIdentity, email: string, id: string) => {
  const gateway = basicCredentials('quayside-gateway', started.config.GATEWAY_CLIENT_SECRET).authorization;
  const call = async (method: string, body: object) => {
    const answer = await fetch(`${started.serviceUrl}/internal/v1/users/${id}/second-factor`, {
      method,
      headers: { authorization: gateway, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { secret: string; recoveryCodes: string[] };
  };
  const { secret } = await call('POST', { password: demoPassword });
  const { recoveryCodes } = await call('PUT', { code: generateSync({ secret }) });
  const browser = started.browser();
  const request = started.client.authorize();
  const { url } = await browser.get(request.url);
  const page = await browser.submit(url.href, { email, password: demoPassword });
  const proof = /name="proof" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const back = await browser.submit(action, { proof, code: recoveryCodes[0] ?? '' });
  const { body } = await started.client.redeem(back.url.searchParams.get('code') ?? '', request.verifier);
  return body;
};

describe('what staff do with people', () => {
  let started: StartedIdentity;
  let call: Awaited<ReturnType<typeof staffCalls>>['call'];

  beforeAll(async () => {
    started = await startIdentity();
    ({ call } = await staffCalls(started));
  });
  afterAll(() => started.stop());
  afterEach(() => {
    started.clock.aheadMs = 0;
  });

  const roleChange = () =>
    call('PUT', `${users}/${shopper}/roles`, { ifMatch: '"v1"', body: { roles: ['support'] } });
  const rolesOf = async (id: string) =>
    ((await (await call('GET', `${users}/${id}`)).json()) as { roles: string[] }).roles;

  test.each([
    ['a change of roles', roleChange],
    ['a deletion', () => call('DELETE', `${customers}/${shopper}`, { ifMatch: '"v1"' })],
    ['a copy of what is known of somebody', () => call('GET', `${customers}/${shopper}/export`)],
    ['a copy of the security log', () => call('GET', '/api/v1/admin/identity/security/export')],
  ])('%s asks for a sign-in of the last quarter of an hour, and changes nothing', async (_what, ask) => {
    started.clock.aheadMs = 16 * 60_000;
    const answer = await ask();
    expect([answer.status, await answer.json()]).toMatchObject([
      401,
      { code: 'step-up-required', maxAge: 900 },
    ]);
    expect(answer.headers.get('www-authenticate')).toMatch(
      /^Bearer error="insufficient_user_authentication".*max_age="900"/,
    );
    // What only shows is not held up.
    expect(await rolesOf(shopper)).toEqual([]);
  });

  test('is done by whoever signed in lately', async () => {
    started.clock.aheadMs = 14 * 60_000;
    expect((await call('GET', `${customers}/${shopper}/export`)).status).toBe(200);
  });
});

describe('a token', () => {
  let started: StartedIdentity;
  beforeAll(async () => {
    started = await startIdentity({ STAFF_SECOND_FACTOR: 'required' });
  });
  afterAll(() => started.stop());

  const as = (token: string | undefined, path: string) =>
    fetch(`${started.serviceUrl}${path}`, { headers: { authorization: `Bearer ${token}` } });

  test('says when and how somebody signed in, and still does after it was renewed', async () => {
    const from = seconds();
    const { tokens } = await signInAs(started, 'shopper@quayside.test', demoPassword);
    const said = claimsOf(tokens['access_token']);
    expect(said).toMatchObject({ acr: 'aal1', amr: ['pwd'] });
    expect(said['auth_time']).toBeGreaterThanOrEqual(from);
    const renewed = await started.client.refresh(tokens['refresh_token'] ?? '');
    const { auth_time, acr, amr } = claimsOf(renewed.body['access_token']);
    expect({ auth_time, acr, amr }).toEqual({ auth_time: said['auth_time'], acr: 'aal1', amr: ['pwd'] });
  });

  test('with a recent sign-in comes without a question, and an older one is asked for the password', async () => {
    const { browser, tokens } = await signInAs(started, 'shopper@quayside.test', demoPassword);
    const recent = await browser.get(started.client.authorize({ max_age: '600' }).url);
    expect(recent.url.pathname).toBe('/auth/callback');
    await started.database.pool.query(
      `UPDATE oidc_models SET payload = payload || jsonb_build_object('loginTs', $1::bigint)
        WHERE model = 'Session' AND payload->>'accountId' = $2`,
      [seconds() - 601, claimsOf(tokens['access_token'])['sub']],
    );
    const request = started.client.authorize({ max_age: '600', login_hint: 'shopper@quayside.test' });
    const page = await browser.get(request.url);
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Is it you?')]);
    expect(page.text).toContain('value="shopper@quayside.test"');
    const back = await browser.submit(page.url.href, {
      email: 'shopper@quayside.test',
      password: demoPassword,
    });
    const { body } = await started.client.redeem(back.url.searchParams.get('code') ?? '', request.verifier);
    expect(claimsOf(body['access_token'])['auth_time']).toBeGreaterThan(seconds() - 60);
  });

  test('of the staff without a second factor opens nothing of theirs where one is required', async () => {
    const { tokens } = await signInAs(started, 'admin@quayside.test', demoPassword);
    const refused = await as(tokens['access_token'], users);
    expect([refused.status, await refused.json()]).toMatchObject([401, { code: 'second-factor-required' }]);
    expect(refused.headers.get('www-authenticate')).toContain('acr_values="aal2"');

    const strong = await signInWithCode(started, 'admin@quayside.test', admin);
    expect(claimsOf(strong['access_token'])).toMatchObject({ acr: 'aal2', amr: ['pwd', 'otp'] });
    expect((await as(strong['access_token'], users)).status).toBe(200);
  });
});
