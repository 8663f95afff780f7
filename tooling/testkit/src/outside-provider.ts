import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { Provider, type Configuration } from 'oidc-provider';

/** What the provider says of somebody. */
interface OutsideClaims {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

/** How it misbehaves, until told otherwise. */
interface Faults {
  nonce?: string;
  issuer?: string;
  /** Takes connections, and says nothing. */
  isSilent?: boolean;
  isDown?: boolean;
  /** Its word is changed on the way. */
  breaksSignature?: boolean;
  /** Its word is for another client, by its own key. */
  audience?: string;
  /** Does not ask anew who was signed in, and says nothing of when that was. */
  ignoresAge?: boolean;
  /** Takes a sign-in of so many seconds ago for one of now. */
  signedInSecondsAgo?: number;
}

export interface OutsideTestProvider {
  readonly issuer: string;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  readonly faults: Faults;
  /** Sends browsers back there. */
  allow(redirectUri: string): void;
  /** Signs somebody in, as a browser would that comes with the address; answers where it is sent back to. */
  signIn(url: string, claims: OutsideClaims | 'cancel'): Promise<string>;
  close(): Promise<void>;
}

const client = { clientId: 'quayside', clientSecret: 'known-to-both-of-us-and-nobody-else' };

const keyOf = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: 'one', alg: 'RS256', use: 'sig' };
};

const loginPage = (action: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Pilot House</title></head><body><main>
<h1>Pilot House</h1>
<form method="post" action="${action}">
<p><label>Account <input name="sub" required></label></p>
<p><label>Name <input name="name"></label></p>
<p><label>E-mail <input name="email"></label></p>
<p><label><input type="checkbox" name="verified" value="yes"> It is verified</label></p>
<button name="is" value="allowed">Allow</button> <button name="is" value="cancelled" formnovalidate>Cancel</button>
</form></main></body></html>`;

const bodyOf = async (req: IncomingMessage): Promise<URLSearchParams> => {
  let text = '';
  for await (const chunk of req) text += String(chunk);
  return new URLSearchParams(text);
};

const configurationOf = (key: JWK, known: ReadonlyMap<string, OutsideClaims>): Configuration => ({
  clients: [
    {
      client_id: client.clientId,
      client_secret: client.clientSecret,
      redirect_uris: ['https://nowhere.example/callback'],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    },
  ],
  jwks: { keys: [key] },
  cookies: { keys: ['the-cookies-of-a-test'] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  conformIdTokenClaims: false,
  // Said so that the library does not ask in the log.
  ttl: {
    ...{ AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600 },
    ...{ Grant: 600, Session: 600 },
  },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_ctx, { uid }) => `/login/${uid}` },
  findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ ...(known.get(id) ?? { sub: id }) }) }),
  loadExistingGrant: async (ctx) => {
    const { Grant } = ctx.oidc.provider;
    const grant = new Grant({
      ...(ctx.oidc.client && { clientId: ctx.oidc.client.clientId }),
      ...(ctx.oidc.session?.accountId && { accountId: ctx.oidc.session.accountId }),
    });
    grant.addOIDCScope('openid email profile');
    await grant.save();
    return grant;
  },
});

const answerLogin = async (
  provider: Provider,
  known: Map<string, OutsideClaims>,
  { signedInSecondsAgo = 0 }: Faults,
  [req, res]: [IncomingMessage, ServerResponse],
): Promise<void> => {
  if (req.method !== 'POST') {
    res.setHeader('content-type', 'text/html; charset=utf-8').end(loginPage(req.url ?? ''));
    return;
  }
  const form = await bodyOf(req);
  const [sub, name, email] = ['sub', 'name', 'email'].map((field) => form.get(field) ?? '') as [
    string,
    string,
    string,
  ];
  if (form.get('is') === 'cancelled') {
    const error = { error: 'access_denied', error_description: 'not now' };
    return provider.interactionFinished(req, res, error, { mergeWithLastSubmission: false });
  }
  known.set(sub, {
    ...{ sub, email_verified: form.get('verified') === 'yes' },
    ...(name && { name }),
    ...(email && { email }),
  });
  await provider.interactionFinished(req, res, {
    login: { accountId: sub, ts: Math.floor(Date.now() / 1000) - signedInSecondsAgo },
  });
};

const saidTo = async (audience: string, idToken: string, key: JWK): Promise<string> =>
  new SignJWT({ ...decodeJwt(idToken), aud: audience })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .sign(await importJWK(key, 'RS256'));

const misbehave = (provider: Provider, faults: Faults, key: JWK): void => {
  provider.use(async (ctx, next) => {
    if (faults.nonce !== undefined && ctx.path === '/auth') ctx.query = { ...ctx.query, nonce: faults.nonce };
    if (ctx.path === '/auth' && (faults.ignoresAge || faults.signedInSecondsAgo)) {
      const { max_age: _age, prompt: _prompt, ...asked } = ctx.query;
      ctx.query = {
        ...asked,
        ...(faults.signedInSecondsAgo && { max_age: String(faults.signedInSecondsAgo * 2) }),
      };
    }
    await next();
    const answer = ctx.body as { id_token?: string } | undefined;
    if (faults.audience && ctx.path === '/token' && answer?.id_token)
      ctx.body = { ...answer, id_token: await saidTo(faults.audience, answer.id_token, key) };
    if (faults.breaksSignature && ctx.path === '/token' && answer?.id_token) {
      const [head, claims, signature = ''] = answer.id_token.split('.');
      const changed = signature.startsWith('A') ? 'B' : 'A';
      ctx.body = { ...answer, id_token: [head, claims, changed + signature.slice(1)].join('.') };
    }
    const location = ctx.response.get('location');
    if (faults.issuer === undefined || !location.includes('iss=')) return;
    const elsewhere = new URL(location);
    elsewhere.searchParams.set('iss', faults.issuer);
    ctx.set('location', elsewhere.href);
  });
};

/** A browser that follows redirects below the issuer, and sends the form that it meets. */
const walk = async (issuer: string, start: string, form: URLSearchParams): Promise<string> => {
  const jar = new Map<string, string>();
  let [url, sends] = [start, false];
  for (let steps = 0; steps < 10; steps += 1) {
    if (!url.startsWith(issuer)) return url;
    const answer = await fetch(url, {
      ...(sends && { method: 'POST', body: form }),
      redirect: 'manual',
      headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', ...value] = (line.split(';')[0] ?? '').split('=');
      jar.set(name, value.join('='));
    }
    await answer.body?.cancel();
    const location = answer.headers.get('location');
    sends = location === null;
    if (answer.status >= 400) throw new Error(`the provider answered ${answer.status} at ${url}`);
    url = location === null ? url : new URL(location, url).href;
  }
  throw new Error('the provider leads in a circle');
};

/** Another OpenID provider, at which whoever comes says who they are: the part of Google and its like. */
export const startOutsideProvider = async (): Promise<OutsideTestProvider> => {
  const faults: Faults = {};
  const known = new Map<string, OutsideClaims>();
  const allowed = new Set<string>();
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const key = await keyOf();
  const provider = new Provider(issuer, configurationOf(key, known));
  provider.Client.prototype.redirectUriAllowed = (uri: string) => allowed.has(uri);
  misbehave(provider, faults, key);
  const answer = provider.callback();
  server.on('request', (req, res) => {
    if (faults.isSilent) return;
    if (faults.isDown) req.socket.destroy();
    else if (req.url?.startsWith('/login/'))
      answerLogin(provider, known, faults, [req, res]).catch(() => res.writeHead(500).end());
    else void answer(req, res);
  });
  return {
    issuer,
    client,
    faults,
    allow: (redirectUri) => void allowed.add(redirectUri),
    signIn: (url, claims) =>
      walk(
        issuer,
        url,
        new URLSearchParams(
          claims === 'cancel'
            ? { is: 'cancelled' }
            : {
                ...{ is: 'allowed', sub: claims.sub, name: claims.name ?? '', email: claims.email ?? '' },
                ...(claims.email_verified && { verified: 'yes' }),
              },
        ),
      ),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
