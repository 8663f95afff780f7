import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoPassword } from '../src/main/demo-users.ts';
import { signInAs, claimsOf } from './sign-in-as.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

let started: StartedIdentity;

beforeAll(async () => {
  started = await startIdentity();
});
afterAll(() => started.stop());

const refused = { status: 400, body: { error: 'invalid_grant' } };
/** As if so many seconds had passed for what the provider keeps of a kind. */
const age = (model: string, seconds: number) =>
  started.database.pool.query(
    'UPDATE oidc_models SET expires_at = expires_at - make_interval(secs => $2) WHERE model = $1',
    [model, seconds],
  );
const storedModels = async (): Promise<Record<string, number>> => {
  const { rows } = await started.database.pool.query<{ model: string; count: number }>(
    'SELECT model, count(*)::integer AS count FROM oidc_models GROUP BY model',
  );
  return Object.fromEntries(rows.map(({ model, count }) => [model, count]));
};

describe('an authorization code', () => {
  test('needs the verifier of its PKCE challenge', async () => {
    const browser = started.browser();
    const request = started.client.authorize();
    const page = await browser.get(request.url);
    const back = await browser.submit(page.url.href, {
      email: 'shopper@quayside.test',
      password: demoPassword,
    });
    const code = back.url.searchParams.get('code') ?? '';
    expect(await started.client.redeem(code, started.client.authorize().verifier)).toMatchObject(refused);
    expect(await started.client.redeem(code, request.verifier)).toMatchObject({ status: 200 });
  });

  test('redeemed twice ends what was made of it', async () => {
    const { code, verifier, tokens } = await signInAs(started, 'shopper@quayside.test', demoPassword);
    expect(await started.client.redeem(code, verifier)).toMatchObject(refused);
    expect(await started.client.refresh(tokens['refresh_token'] ?? '')).toMatchObject(refused);
  });

  test('is worth nothing a minute after it was given', async () => {
    const given = async () => {
      const browser = started.browser();
      const request = started.client.authorize();
      const page = await browser.get(request.url);
      const fields = { email: 'shopper@quayside.test', password: demoPassword };
      const { url } = await browser.submit(page.url.href, fields);
      return { code: url.searchParams.get('code') ?? '', verifier: request.verifier };
    };
    const early = await given();
    await age('AuthorizationCode', 20);
    expect(await started.client.redeem(early.code, early.verifier)).toMatchObject({ status: 200 });
    const late = await given();
    await age('AuthorizationCode', 60);
    expect(await started.client.redeem(late.code, late.verifier)).toMatchObject(refused);
  });

  test('redeemed ten times at once gives tokens once', async () => {
    const browser = started.browser();
    const request = started.client.authorize();
    const page = await browser.get(request.url);
    const back = await browser.submit(page.url.href, {
      email: 'shopper@quayside.test',
      password: demoPassword,
    });
    const code = back.url.searchParams.get('code') ?? '';
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => started.client.redeem(code, request.verifier)),
    );
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    expect(answers.filter(({ status }) => status === 400).length).toBeGreaterThanOrEqual(9);
  });

  test('is worth nothing to a client whose name no database can hold', async () => {
    const response = await fetch(`${started.serviceUrl}/identity/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'authorization_code', code: 'x', client_id: '\0' }),
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: 'invalid_client' });
    expect(started.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('is worth nothing without the client secret', async () => {
    const { code, verifier } = await signInAs(started, 'shopper@quayside.test', demoPassword);
    const response = await fetch(`${started.serviceUrl}/identity/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from('quayside-gateway:guess').toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'authorization_code', code, code_verifier: verifier }),
    });
    expect(response.status).toBe(401);
  });
});

describe('a refresh token', () => {
  test('is used once, and gives the next one with a new access token', async () => {
    const { tokens } = await signInAs(started, 'admin@quayside.test', demoPassword);
    const first = await started.client.refresh(tokens['refresh_token'] ?? '');
    const second = await started.client.refresh(first.body['refresh_token'] ?? '');
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(new Set([tokens, first.body, second.body].map((body) => body['refresh_token'])).size).toBe(3);
    expect(claimsOf(second.body['access_token'])).toMatchObject({ scope: 'shop admin', aud: 'quayside-api' });
  });

  test('used again revokes the whole family', async () => {
    const { tokens } = await signInAs(started, 'shopper@quayside.test', demoPassword);
    const stolen = tokens['refresh_token'] ?? '';
    const rotated = await started.client.refresh(stolen);
    expect(rotated.status).toBe(200);
    expect(await started.client.refresh(stolen)).toMatchObject(refused);
    expect(await started.client.refresh(rotated.body['refresh_token'] ?? '')).toMatchObject(refused);
  });

  test('used eight times at once rotates once', async () => {
    const { tokens } = await signInAs(started, 'shopper@quayside.test', demoPassword);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => started.client.refresh(tokens['refresh_token'] ?? '')),
    );
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    expect(answers.every(({ status }) => status === 200 || status === 400)).toBe(true);
  });

  test('follows a user who is no admin any more', async () => {
    const { tokens } = await signInAs(started, 'admin@quayside.test', demoPassword);
    // Somebody has to be one.
    await started.database.pool.query(
      `UPDATE users SET roles = '{shopper,admin}' WHERE email_key LIKE 'support@%'`,
    );
    await started.database.pool.query(`UPDATE users SET roles = '{shopper}' WHERE email_key LIKE 'admin@%'`);
    try {
      const { body } = await started.client.refresh(tokens['refresh_token'] ?? '');
      expect(claimsOf(body['access_token'])).toMatchObject({ scope: 'shop', roles: ['shopper'] });
    } finally {
      await started.database.pool.query(
        `UPDATE users SET roles = '{shopper,admin}' WHERE email_key LIKE 'admin@%'`,
      );
    }
  });

  test('ends two weeks after the sign-in, however often it was renewed', async () => {
    const daySeconds = 24 * 3600;
    const { tokens } = await signInAs(started, 'shopper@quayside.test', demoPassword);
    const first = await started.client.refresh(tokens['refresh_token'] ?? '');
    await age('Grant', 13 * daySeconds);
    const second = await started.client.refresh(first.body['refresh_token'] ?? '');
    expect([first.status, second.status]).toEqual([200, 200]);
    await age('Grant', daySeconds);
    expect(await started.client.refresh(second.body['refresh_token'] ?? '')).toMatchObject(refused);
    await age('Grant', -14 * daySeconds);
  });

  test('can be revoked', async () => {
    const { tokens } = await signInAs(started, 'shopper@quayside.test', demoPassword);
    const token = tokens['refresh_token'] ?? '';
    expect((await started.client.revoke(token)).status).toBe(200);
    expect(await started.client.refresh(token)).toMatchObject(refused);
  });

  test('is stored as a digest only', async () => {
    const { tokens } = await signInAs(started, 'shopper@quayside.test', demoPassword);
    const { rows } = await started.database.pool.query<{ text: string }>(
      'SELECT id || payload::text AS text FROM oidc_models',
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ text }) => text.includes(tokens['refresh_token'] ?? ''))).toEqual([]);
  });
});

describe('a machine', () => {
  test('gets a token of its own that names nobody and is no admin', async () => {
    const { status, body } = await started.client.clientCredentials(
      started.config.MACHINE_CLIENT_SECRET,
      'shop',
    );
    expect(status).toBe(200);
    expect(claimsOf(body['access_token'])).toMatchObject({
      sub: 'quayside-machine',
      client_id: 'quayside-machine',
      aud: 'quayside-api',
      scope: 'shop',
      roles: [],
    });
  });

  test('does not get the admin scope when it asks for it', async () => {
    const { body } = await started.client.clientCredentials(
      started.config.MACHINE_CLIENT_SECRET,
      'shop admin',
    );
    expect(claimsOf(body['access_token'])['scope']).toBe('shop');
  });
});

describe('signing out', () => {
  const endSession = (extra: Record<string, string>) =>
    `/identity/session/end?${new URLSearchParams({
      client_id: 'quayside-gateway',
      post_logout_redirect_uri: `${started.publicOrigin}/`,
      ...extra,
    }).toString()}`;

  const confirm = async (
    page: { url: URL; text: string },
    browser: ReturnType<StartedIdentity['browser']>,
  ) => {
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? '';
    return browser.submit(action, { xsrf, logout: 'yes' });
  };

  test('with an ID token goes at once, ends session and tokens, and leads back to the shop', async () => {
    const { browser, tokens } = await signInAs(started, 'shopper@quayside.test', demoPassword);
    const page = await browser.get(endSession({ id_token_hint: tokens['id_token'] ?? '' }));
    expect(page.text).toMatch(/<script src="\/identity\/assets\/sign-out\.[0-9a-f]+\.js" type="module">/);
    const back = await confirm(page, browser);
    expect(back.url.href).toBe(`${started.publicOrigin}/`);
    expect(await started.client.refresh(tokens['refresh_token'] ?? '')).toMatchObject(refused);
    expect((await browser.get(started.client.authorize().url)).url.pathname).toMatch(/sign-in$/);
  });

  test('on a German page leads back to the German shop, in German', async () => {
    const { browser, tokens } = await signInAs(started, 'admin@quayside.test', demoPassword);
    const german = {
      id_token_hint: tokens['id_token'] ?? '',
      post_logout_redirect_uri: `${started.publicOrigin}/de`,
      again: '/de',
    };
    const page = await browser.get(endSession(german));
    expect(page.text).toContain('lang="de"');
    expect((await confirm(page, browser)).url.href).toBe(`${started.publicOrigin}/de`);
  });

  test('by a link from anywhere is asked for', async () => {
    const { browser } = await signInAs(started, 'shopper@quayside.test', demoPassword);
    const page = await browser.get(endSession({}));
    expect(page.status).toBe(200);
    expect(page.text).toContain('Sign out of Quayside?');
    expect(page.text).not.toContain('<script');
    expect((await browser.get(started.client.authorize().url)).url.pathname).toBe('/auth/callback');
  });

  test('does not lead to another site', async () => {
    const page = await started.browser().get(endSession({ post_logout_redirect_uri: 'http://evil.test/' }));
    expect(page.status).toBe(400);
  });
});

test('docs/security-rules.md says how long what a sign-in makes lives', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/security-rules.md'), 'utf8');
  const rowOf = (what: string) => page.split('\n').find((line) => line.startsWith(`| ${what} `)) ?? '';
  const [minute, day] = [60, 24 * 3600];
  const from = Date.now();
  await started.browser().get(started.client.authorize().url);
  const { tokens } = await signInAs(started, 'shopper@quayside.test', demoPassword);
  const { rows } = await started.database.pool.query<{ model: string; seconds: number }>(
    `SELECT model, max((payload->>'exp')::integer - (payload->>'iat')::integer) AS seconds FROM oidc_models
      WHERE (payload->>'iat')::bigint >= $1 GROUP BY model`,
    [Math.floor(from / 1000)],
  );
  expect(Object.fromEntries(rows.map(({ model, seconds }) => [model, seconds]))).toEqual({
    AuthorizationCode: minute,
    Grant: 14 * day,
    Interaction: 60 * minute,
    RefreshToken: 14 * day,
    Session: 14 * day,
  });
  const lives = (jwt: string | undefined) => Number(claimsOf(jwt)['exp']) - Number(claimsOf(jwt)['iat']);
  expect([lives(tokens['access_token']), lives(tokens['id_token'])]).toEqual([10 * minute, 60 * minute]);
  expect(rowOf('authorization code')).toContain('1 minute');
  expect(rowOf('sign-in under way')).toContain('60 minutes');
  expect(rowOf('refresh token and its grant')).toContain('14 days after the sign-in');
  expect(rowOf('session of the provider')).toContain('14 days');
  expect(rowOf('access token')).toContain('10 minutes');
  expect(rowOf('ID token')).toContain('60 minutes');
});

test('what has expired is swept away, and nothing else', async () => {
  await signInAs(started, 'shopper@quayside.test', demoPassword);
  const { sweepExpired } = await import('../src/store/sweep-expired.ts');
  const before = await storedModels();
  await started.database.pool.query(
    `UPDATE oidc_models SET expires_at = now() - interval '1 second' WHERE model = 'AuthorizationCode'`,
  );
  expect(await sweepExpired(started.database.pool)).toBeGreaterThanOrEqual(before['AuthorizationCode'] ?? 1);
  const { AuthorizationCode: _, ...rest } = before;
  expect(await storedModels()).toEqual(rest);
});
