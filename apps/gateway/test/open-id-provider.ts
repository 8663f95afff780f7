import type { SecurityRecord } from '@quayside/contracts';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider } from 'oidc-provider';

export const clientSecret = 'a-secret-of-the-test-only';
export const user = {
  id: '01980000-0000-7000-8000-000000000001',
  name: 'Signe Holm',
  email: 'signe@quayside.test',
};

export interface TestProvider {
  url: string;
  /** Seconds that access tokens live, for the next one issued. */
  accessTokenSeconds: number;
  /** Of the user, at the next sign-in. */
  roles: string[];
  /** How long ago that sign-in was, as its tokens say. */
  signedInSecondsAgo: number;
  /** Cuts every connection, as a stopped process does. */
  away: boolean;
  /** Public keys of guests, as the gateway handed them over. */
  guestKeys: JWK[];
  /** What it was asked about users, method and path. */
  userCalls: string[][];
  /** The headers of the same. */
  visitors: IncomingHttpHeaders[];
  /** What of the security log was handed over, also where it was not kept. */
  handedOver: SecurityRecord[];
  /** Status of its answer to that. */
  keeping: number;
  /** What it answers about users, by the end of the address; else it is the account. */
  answers: Record<string, unknown>;
  /** Status of its answer to a deletion. */
  deletion: number;
  /** Status of its answer to what staff ask of accounts. */
  staffAnswer: number;
  close(): Promise<void>;
}

/** A real OpenID provider in memory, of the same library as ours, that signs in the one user without asking. */
export const createTestProvider = async (publicOrigin: string): Promise<TestProvider> => {
  const settings = {
    accessTokenSeconds: 600,
    away: false,
    roles: ['shopper'],
    signedInSecondsAgo: 0,
    guestKeys: [] as JWK[],
    userCalls: [] as string[][],
    handedOver: [] as SecurityRecord[],
    keeping: 204,
    visitors: [] as IncomingHttpHeaders[],
    answers: {} as Record<string, unknown>,
    deletion: 204,
    staffAnswer: 204,
  };
  const credentials = Buffer.from(`quayside-gateway:${clientSecret}`).toString('base64');
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(`${publicOrigin}/identity`, {
    clients: [
      {
        client_id: 'quayside-gateway',
        client_secret: clientSecret,
        redirect_uris: [`${publicOrigin}/auth/callback`],
        post_logout_redirect_uris: [`${publicOrigin}/`, `${publicOrigin}/de`],
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'test' }] },
    claims: { openid: ['sub', 'name', 'email', 'roles'] },
    scopes: ['openid', 'profile', 'email'],
    interactions: { url: (_ctx, { uid }) => `/identity/interaction/${uid}` },
    cookies: { keys: ['test'] },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: user.name, email: user.email, roles: settings.roles }),
    }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? '',
        accountId: ctx.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile email');
      grant.addResourceScope('urn:quayside:api', 'shop');
      await grant.save();
      return grant;
    },
    extraTokenClaims: () => ({ auth_time: Math.floor(Date.now() / 1000) - settings.signedInSecondsAgo }),
    issueRefreshToken: () => Promise.resolve(true),
    rotateRefreshToken: true,
    ttl: {
      AccessToken: () => settings.accessTokenSeconds,
      IdToken: 600,
      Interaction: 600,
      Grant: 600,
      RefreshToken: 600,
      Session: 600,
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: () => Promise.resolve(true) },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          audience: 'quayside-api',
          scope: 'shop',
          accessTokenFormat: 'jwt',
          accessTokenTTL: settings.accessTokenSeconds,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  });
  provider.proxy = true;
  const oidc = provider.callback();
  const server = createServer((req, res) => {
    if (settings.away) return void req.socket.destroy();
    const path = req.url ?? '';
    if (req.method === 'PUT' && path === '/internal/v1/guest-keys') {
      if (req.headers.authorization !== `Basic ${credentials}`) return void res.writeHead(401).end();
      return void json(req).then((key) => res.writeHead(204).end(settings.guestKeys.push(key as JWK) && ''));
    }
    if (path === '/internal/v1/security-records') {
      if (req.headers.authorization !== `Basic ${credentials}`) return void res.writeHead(401).end();
      return void json(req).then((body) => {
        settings.handedOver.push(...(body as { records: SecurityRecord[] }).records);
        res.writeHead(settings.keeping).end();
      });
    }
    if (path.startsWith('/internal/v1/users/')) {
      if (req.headers.authorization !== `Basic ${credentials}`) return void res.writeHead(401).end();
      settings.userCalls.push([req.method ?? '', path]);
      settings.visitors.push(req.headers);
      const account = { ...user, locale: 'en', roles: ['shopper'], registeredAt: '2026-01-01T00:00:00.000Z' };
      const status = req.method === 'DELETE' ? settings.deletion : 200;
      return void res
        .writeHead(status, { 'content-type': 'application/json' })
        .end(status === 204 ? '' : JSON.stringify(settings.answers[path.replace(/^.*\//, '')] ?? account));
    }
    if (path.startsWith('/api/v1/admin/identity/')) return void res.writeHead(settings.staffAnswer).end();
    if (path === '/identity/test-echo') return void res.end(JSON.stringify({ cookie: req.headers.cookie }));
    if (req.method === 'POST' && path.startsWith('/identity/interaction/'))
      return void res.writeHead(404).end();
    if (path.startsWith('/identity/interaction/')) {
      void provider.interactionFinished(req, res, { login: { accountId: user.id } });
      return;
    }
    // As when mounted: the provider sees the path below /identity and the original one beside it.
    Object.assign(req, { originalUrl: path, url: path.replace(/^\/identity/, '') });
    void oidc(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(settings, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
};
