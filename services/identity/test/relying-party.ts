import { createHash, randomBytes } from 'node:crypto';

export interface TokenAnswer {
  readonly status: number;
  readonly body: Record<string, string> & { expires_in?: number };
}

export interface AuthorizationRequest {
  readonly url: string;
  readonly verifier: string;
  readonly state: string;
}

/** What the gateway does at the provider: authorization code with PKCE, and the token endpoint. */
export const createRelyingParty = (options: { publicOrigin: string; serviceUrl: string; secret: string }) => {
  const { publicOrigin, serviceUrl, secret } = options;
  const clientId = 'quayside-gateway';
  const redirectUri = `${publicOrigin}/auth/callback`;

  const post = async (
    path: string,
    fields: Record<string, string>,
    credentials = `${clientId}:${secret}`,
  ) => {
    const response = await fetch(`${serviceUrl}/identity${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: {
        authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
        'x-forwarded-proto': 'http',
        'x-forwarded-host': new URL(publicOrigin).host,
      },
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : {}) as TokenAnswer['body'] };
  };

  return {
    authorize: (extra: Record<string, string> = {}): AuthorizationRequest => {
      const verifier = randomBytes(32).toString('base64url');
      const state = randomBytes(16).toString('base64url');
      const query = new URLSearchParams({
        client_id: clientId,
        response_type: 'code',
        redirect_uri: redirectUri,
        scope: 'openid profile email offline_access shop support merchandiser admin',
        resource: 'urn:quayside:api',
        prompt: 'consent',
        state,
        nonce: randomBytes(16).toString('base64url'),
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        ...extra,
      });
      return { url: `/identity/auth?${query.toString()}`, verifier, state };
    },
    redeem: (code: string, verifier: string): Promise<TokenAnswer> =>
      post('/token', {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
        resource: 'urn:quayside:api',
      }),
    refresh: (refreshToken: string): Promise<TokenAnswer> =>
      post('/token', {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        resource: 'urn:quayside:api',
      }),
    revoke: (refreshToken: string): Promise<TokenAnswer> =>
      post('/token/revocation', { token: refreshToken }),
    /** As the client `quayside-machine`. */
    clientCredentials: (machineSecret: string, scope: string): Promise<TokenAnswer> =>
      post('/token', { grant_type: 'client_credentials', scope }, `quayside-machine:${machineSecret}`),
  };
};
