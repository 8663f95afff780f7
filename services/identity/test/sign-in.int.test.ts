import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTokenVerifier } from '@quayside/http';
import { demoPassword } from '../src/main/demo-users.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';
import { claimsOf, headerOf, signInAs } from './sign-in-as.ts';

let started: StartedIdentity;

beforeAll(async () => {
  started = await startIdentity();
});
afterAll(() => started.stop());

describe('discovery', () => {
  test('names the issuer of the public origin and only what is on', async () => {
    const visit = await started.browser().get('/identity/.well-known/openid-configuration');
    expect(JSON.parse(visit.text)).toMatchObject({
      issuer: 'http://shop.test/identity',
      authorization_endpoint: 'http://shop.test/identity/auth',
      token_endpoint: 'http://shop.test/identity/token',
      jwks_uri: 'http://shop.test/identity/jwks',
      end_session_endpoint: 'http://shop.test/identity/session/end',
      code_challenge_methods_supported: ['S256'],
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
    });
  });

  test('names the addresses of the browser, by whichever way the gateway comes', async () => {
    const answer = await fetch(`${started.serviceUrl}/identity/.well-known/openid-configuration`, {
      headers: { 'x-forwarded-host': 'shop.test', 'x-forwarded-proto': 'https' },
    });
    expect(await answer.json()).toMatchObject({ token_endpoint: 'http://shop.test/identity/token' });
  });

  test('the JWKS holds public keys only', async () => {
    const visit = await started.browser().get('/identity/jwks');
    const { keys } = JSON.parse(visit.text) as { keys: Record<string, string>[] };
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });
});

describe('signing in', () => {
  test('ends with tokens that a service takes, with the claims of a shopper', async () => {
    const { tokens } = await signInAs(started, 'shopper@quayside.test', demoPassword);
    expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
    expect(headerOf(tokens['access_token'])).toMatchObject({ typ: 'at+jwt', alg: 'RS256' });
    const { exp, iat, ...claims } = claimsOf(tokens['access_token']);
    expect(Number(exp) - Number(iat)).toBe(600);
    expect(claims).toEqual({
      iss: 'http://shop.test/identity',
      email_verified: true,
      aud: 'quayside-api',
      sub: '01971f00-0000-7000-8000-000000000001',
      jti: expect.any(String),
      client_id: 'quayside-gateway',
      scope: 'shop',
      roles: ['shopper'],
      name: 'Signe Holm',
      email: 'shopper@quayside.test',
      auth_time: expect.any(Number),
      acr: 'aal1',
      amr: ['pwd'],
    });
    const verifier = createTokenVerifier({
      audience: 'quayside-api',
      issuers: [
        {
          issuer: 'http://shop.test/identity',
          keys: { uri: `${started.serviceUrl}/identity/jwks` },
          kind: 'user',
        },
      ],
    });
    await expect(verifier.verify(tokens['access_token'] ?? '')).resolves.toMatchObject({
      id: '01971f00-0000-7000-8000-000000000001',
      kind: 'user',
      scopes: ['shop'],
    });
  });

  test('gives an admin both scopes and both roles', async () => {
    const { tokens } = await signInAs(started, 'admin@quayside.test', demoPassword);
    expect(claimsOf(tokens['access_token'])).toMatchObject({
      sub: '01971f00-0000-7000-8000-000000000002',
      scope: 'shop admin',
      roles: ['shopper', 'admin'],
    });
    expect(claimsOf(tokens['id_token'])).toMatchObject({
      sub: '01971f00-0000-7000-8000-000000000002',
      aud: 'quayside-gateway',
      name: 'Aksel Brandt',
      email: 'admin@quayside.test',
      roles: ['shopper', 'admin'],
    });
  });

  test('takes the e-mail in any case and with space around it', async () => {
    const { tokens } = await signInAs(started, '  Shopper@Quayside.TEST ', demoPassword);
    expect(claimsOf(tokens['access_token'])['email']).toBe('shopper@quayside.test');
  });

  test('is not asked for again while the session at the provider lasts', async () => {
    const { browser } = await signInAs(started, 'shopper@quayside.test', demoPassword);
    const back = await browser.get(started.client.authorize().url);
    expect(back.url.pathname).toBe('/auth/callback');
    expect(back.url.searchParams.get('code')).toEqual(expect.any(String));
  });

  test('says the same, with the same status, to a wrong password and an unknown e-mail', async () => {
    const answers = [];
    for (const email of ['admin@quayside.test', 'nobody@quayside.test']) {
      const browser = started.browser(`198.51.100.${answers.length}`);
      const page = await browser.get(started.client.authorize().url);
      const answer = await browser.submit(page.url.href, { email, password: 'not the password' });
      const uid = page.url.pathname.split('/')[3] ?? '';
      // Each sign-in has a challenge for passkeys of its own.
      const text = answer.text.replace(/(challenge&quot;:&quot;)[\w-]{43}/, '$1…');
      answers.push({ ...answer, text: text.replaceAll(email, '…').replaceAll(uid, '…') });
    }
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(answers[0]?.text).toContain('That e-mail address and password do not belong together');
    expect(answers[0]?.text).toBe(answers[1]?.text);
    expect(answers[0]?.text).not.toContain('not the password');
  });

  test.each<[string, Record<string, string>]>([
    ['state', { state: 'a\0b' }],
    ['login hint', { login_hint: '\0' }],
    ['client', { client_id: '\0' }],
  ])('with a %s that no database can hold is refused, and no fault of ours', async (_what, extra) => {
    const { status, text } = await started.browser().get(started.client.authorize(extra).url);
    expect(status).toBe(400);
    expect(text).toContain('malformed-request');
    expect(started.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('with an e-mail that no database can hold is refused, and no fault of ours', async () => {
    const browser = started.browser();
    const { url } = await browser.get(started.client.authorize().url);
    const answer = await browser.submit(url.href, { email: 'a\0@quayside.test', password: demoPassword });
    expect(answer.status).toBe(400);
    expect(started.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('is throttled after five failures for that account and address, also with the right password', async () => {
    const guesser = started.browser('192.0.2.66');
    const { url } = await guesser.get(started.client.authorize().url);
    const guesses = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        guesser.submit(url.href, { email: 'admin@quayside.test', password: `guess number ${index}` }),
      ),
    );
    expect(guesses.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    const right = await guesser.submit(url.href, { email: 'admin@quayside.test', password: demoPassword });
    expect(right.status).toBe(429);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(right.text).toContain('Please wait');
    const { tokens } = await signInAs(started, 'admin@quayside.test', demoPassword);
    expect(tokens['access_token']).toEqual(expect.any(String));
    started.clock.aheadMs = 31_000;
    try {
      const later = await guesser.submit(url.href, { email: 'admin@quayside.test', password: demoPassword });
      expect(later.url.pathname).toBe('/auth/callback');
    } finally {
      started.clock.aheadMs = 0;
    }
  });
});

describe('the authorization endpoint refuses', () => {
  test.each([
    ['no PKCE', { code_challenge: '', code_challenge_method: '' }, 'invalid_request'],
    ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['the implicit flow', { response_type: 'token' }, 'unsupported_response_type'],
    ['another API', { resource: 'urn:somebody:else' }, 'invalid_target'],
  ])('%s', async (_what, extra, error) => {
    const back = await started.browser().get(started.client.authorize(extra).url);
    const answer = back.url.hash ? new URLSearchParams(back.url.hash.slice(1)) : back.url.searchParams;
    expect(answer.get('error')).toBe(error);
    expect(answer.get('code')).toBeNull();
  });

  test.each([
    ['an unknown client', { client_id: 'somebody' }, 'invalid_client'],
    ['a redirect elsewhere', { redirect_uri: 'http://evil.test/callback' }, 'invalid_redirect_uri'],
  ])('%s, with a page of ours', async (_what, extra, error) => {
    const page = await started.browser().get(started.client.authorize(extra).url);
    expect(page.status).toBe(400);
    expect(page.text).toContain(error);
    expect(page.text).toContain('Back to the shop');
  });
});

test.each(['/more', '?next=1', '%2e', '/', '#there'])(
  'the authorization endpoint takes no redirect that only begins as ours: …%s',
  async (more) => {
    const redirect_uri = `${started.publicOrigin}/auth/callback${more}`;
    const page = await started.browser().get(started.client.authorize({ redirect_uri }).url);
    expect([page.status, page.text.includes('invalid_redirect_uri')]).toEqual([400, true]);
  },
);

describe('the sign-in form', () => {
  test('is refused when another site sends it, and signs nobody in', async () => {
    const browser = started.browser();
    const { url } = await browser.get(started.client.authorize().url);
    const fields = { email: 'shopper@quayside.test', password: demoPassword };
    for (const headers of [
      { origin: 'http://evil.test' },
      { origin: 'null' },
      { origin: started.publicOrigin, 'sec-fetch-site': 'cross-site' },
      {},
    ] as Record<string, string>[]) {
      const answer = await browser.submit(url.href, fields, headers);
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('cross-origin-form');
    }
    expect((await browser.get(started.client.authorize().url)).url.pathname).toMatch(/sign-in$/);
  });

  test.each([
    ['a missing field', { email: 'shopper@quayside.test' }],
    ['an unknown field', { email: 'shopper@quayside.test', password: demoPassword, admin: 'true' }],
  ])('is refused with %s', async (_what, fields) => {
    const browser = started.browser();
    const { url } = await browser.get(started.client.authorize().url);
    const answer = await browser.submit(url.href, fields as Record<string, string>);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('malformed-form');
  });

  test('has expired for a browser without its cookie', async () => {
    const { url } = await started.browser().get(started.client.authorize().url);
    const stranger = await started.browser().get(url.href);
    expect(stranger.status).toBe(400);
    expect(stranger.text).toContain('gone out with the tide');
    expect(stranger.text).toContain('href="/auth/login?returnTo=%2F">Sign in again');
  });

  test('that was left open too long goes on with a new one, back to where it came from', async () => {
    const browser = started.browser();
    const { url } = await browser.get(started.client.authorize({ return_to: '/checkout?step=2' }).url);
    await started.database.pool.query(`DELETE FROM oidc_models WHERE model = 'Interaction'`);
    const answer = await browser.submit(url.href, { email: 'shopper@quayside.test', password: demoPassword });
    expect(answer.url.pathname + answer.url.search).toBe('/auth/login?returnTo=%2Fcheckout%3Fstep%3D2');
    expect((await browser.get(url.href)).text).toContain('/auth/login?returnTo=%2Fcheckout%3Fstep%3D2');
  });

  test('runs no inline script, may not be framed, and is not kept', async () => {
    const page = await started.browser().get(started.client.authorize().url);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe-inline');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.text).not.toMatch(/<script(?![^>]* src=)|<style| style=| on\w+=/);
    const sheet = /href="(\/identity\/assets\/[^"]+\.css)"/.exec(page.text)?.[1] ?? '';
    const css = await started.browser().get(sheet);
    expect(css.headers.get('content-type')).toContain('text/css');
    expect(css.headers.get('cache-control')).toContain('immutable');
  });

  test('is set in the faces of the shop, which it brings along', async () => {
    const browser = started.browser();
    const page = await browser.get(started.client.authorize().url);
    expect(page.headers.get('content-security-policy')).toContain("font-src 'self'");
    const sheet = /href="(\/identity\/assets\/[^"]+\.css)"/.exec(page.text)?.[1] ?? '';
    const faces = [...(await browser.get(sheet)).text.matchAll(/url\('([^']+)'\)/g)].map(
      ([, name]) => `/identity/assets/${name}`,
    );
    const [early, all] = [
      [...page.text.matchAll(/rel="preload" href="([^"]+)"/g)].map(([, url]) => url),
      faces,
    ];
    expect(all.map((url) => url.replace(/\.[0-9a-f]{12}\./, '.'))).toEqual(
      ['sans-latin', 'sans-latin-ext', 'serif-latin', 'serif-latin-ext'].map(
        (name) => `/identity/assets/${name}.woff2`,
      ),
    );
    expect(all).toEqual(expect.arrayContaining(early));
    expect(early).toHaveLength(2);
    for (const url of all) {
      const face = await fetch(new URL(url, started.serviceUrl));
      expect([face.headers.get('content-type'), face.headers.get('cache-control')]).toEqual([
        'font/woff2',
        'public, max-age=31536000, immutable',
      ]);
      expect(
        Buffer.from(await face.arrayBuffer())
          .subarray(0, 4)
          .toString(),
      ).toBe('wOF2');
    }
  });

  test('shows the registration page first when the client asks for it', async () => {
    const page = await started.browser().get(started.client.authorize({ screen_hint: 'register' }).url);
    expect(page.url.pathname).toMatch(/\/register$/);
    expect(page.text).toContain('Create an account');
  });
});

test('no password, code or token is in the logs', async () => {
  const { tokens, code } = await signInAs(started, 'shopper@quayside.test', demoPassword);
  await started.client.refresh(tokens['refresh_token'] ?? '');
  const log = JSON.stringify(started.lines);
  for (const secret of [
    demoPassword,
    'not the password',
    code,
    ...Object.values(tokens).filter((token) => String(token).length > 20),
  ]) {
    expect(log).not.toContain(String(secret));
  }
});
