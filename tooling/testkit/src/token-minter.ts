import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiAudience } from '@quayside/http';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { v7 as uuidv7 } from 'uuid';

export interface MintOptions {
  id?: string;
  name?: string;
  email?: string;
  email_verified?: boolean;
  scope?: string;
  roles?: readonly string[];
  /** Seconds since they showed who they are. */
  signedInFor?: number;
  acr?: string;
  /** Seconds; negative for a token that is already out of date. */
  expiresIn?: number;
}

export interface TokenMinter {
  issuer: string;
  jwksUri: string;
  guestIssuer: string;
  guestJwksUri: string;
  /** The variables that make a service trust these tokens. */
  authConfig: Record<
    'TOKEN_ISSUER' | 'TOKEN_JWKS_URL' | 'GUEST_TOKEN_ISSUER' | 'GUEST_TOKEN_JWKS_URL',
    string
  >;
  shopper(options?: MintOptions): Promise<string>;
  support(options?: MintOptions): Promise<string>;
  merchandiser(options?: MintOptions): Promise<string>;
  admin(options?: MintOptions): Promise<string>;
  /** @param id with or without `guest:` before it */
  guest(id?: string): Promise<string>;
  close(): Promise<void>;
}

interface Issuer {
  issuer: string;
  alg: 'RS256' | 'ES256';
  privateKey: CryptoKey;
  jwk: JWK;
}

/** Mints access tokens as Identity and the gateway do, with keys of its own, and serves their JWKS over HTTP. */
export const createTokenMinter = async (): Promise<TokenMinter> => {
  const users = await createIssuer('http://localhost:8080/identity', 'users', 'RS256');
  const guests = await createIssuer('http://localhost:8080/guest', 'guests', 'ES256');
  const server = await serve({ '/users': users.jwk, '/guests': guests.jwk });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const jwksUri = `${origin}/users`;
  const guestJwksUri = `${origin}/guests`;

  const user = (defaults: MintOptions, options: MintOptions): Promise<string> => {
    const { id = uuidv7(), expiresIn = 300, signedInFor = 0, ...claims } = { ...defaults, ...options };
    const authTime = Math.floor(Date.now() / 1000) - signedInFor;
    return mint(users, id, expiresIn, { ...claims, auth_time: authTime, client_id: 'quayside-gateway' });
  };

  const onStaff =
    (role: string, name: string) =>
    (options: MintOptions = {}): Promise<string> =>
      user(
        {
          ...{ name, email: `${role}@quayside.test` },
          ...{ scope: `shop ${role}`, roles: ['shopper', role] },
        },
        options,
      );

  return {
    issuer: users.issuer,
    jwksUri,
    guestIssuer: guests.issuer,
    guestJwksUri,
    authConfig: {
      TOKEN_ISSUER: users.issuer,
      TOKEN_JWKS_URL: jwksUri,
      GUEST_TOKEN_ISSUER: guests.issuer,
      GUEST_TOKEN_JWKS_URL: guestJwksUri,
    },
    shopper: (options = {}) =>
      user(
        { name: 'Sam Shopper', email: 'shopper@quayside.test', scope: 'shop', roles: ['shopper'] },
        options,
      ),
    support: onStaff('support', 'Sol Support'),
    merchandiser: onStaff('merchandiser', 'Mia Merchandiser'),
    admin: onStaff('admin', 'Ada Admin'),
    guest: (id = uuidv7()) =>
      mint(guests, `guest:${id.replace(/^guest:/, '')}`, 300, {
        scope: 'shop',
        roles: [],
        client_id: 'quayside-gateway',
      }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const createIssuer = async (issuer: string, kid: string, alg: 'RS256' | 'ES256'): Promise<Issuer> => {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { issuer, alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
};

const mint = (
  issuer: Issuer,
  subject: string,
  expiresIn: number,
  claims: Record<string, unknown>,
): Promise<string> => {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: issuer.alg, typ: 'at+jwt', kid: issuer.jwk.kid ?? '' })
    .setIssuer(issuer.issuer)
    .setAudience(apiAudience)
    .setSubject(subject)
    .setJti(uuidv7())
    .setIssuedAt(Math.min(now, now + expiresIn))
    .setExpirationTime(now + expiresIn)
    .sign(issuer.privateKey);
};

const serve = (keys: Record<string, JWK>): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer((request, response) => {
      const key = keys[request.url ?? ''];
      response.writeHead(key ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ keys: key ? [key] : [] }));
    });
    server.unref();
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
