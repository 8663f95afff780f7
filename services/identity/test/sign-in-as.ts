import type { Browser } from './browser.ts';
import type { StartedIdentity } from './start-identity.ts';

/** The whole way: authorization request, sign-in page, code, tokens. */
export const signInAs = async (
  started: StartedIdentity,
  email: string,
  password: string,
  browser: Browser = started.browser(),
) => {
  const request = started.client.authorize();
  const page = await browser.get(request.url);
  const back = await browser.submit(page.url.href, { email, password });
  const code = back.url.searchParams.get('code');
  if (!code || back.url.searchParams.get('state') !== request.state) {
    throw new Error(`no code at ${back.url.pathname} (${back.status})`);
  }
  const { status, body } = await started.client.redeem(code, request.verifier);
  if (status !== 200) throw new Error(`the code was refused: ${JSON.stringify(body)}`);
  return { browser, code, verifier: request.verifier, tokens: body };
};

const part = (jwt: string | undefined, index: number): Record<string, unknown> =>
  JSON.parse(Buffer.from(jwt?.split('.')[index] ?? '', 'base64url').toString()) as Record<string, unknown>;

export const headerOf = (jwt: string | undefined) => part(jwt, 0);
export const claimsOf = (jwt: string | undefined) => part(jwt, 1);
