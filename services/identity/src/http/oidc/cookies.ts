import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Configuration, Provider } from 'oidc-provider';
import { nameOf, nameSignInCookies, signInNames } from './sign-in-cookies.ts';

/** `__Host-`: of this host alone, whatever a neighbour below the same domain sets. */
const names = { session: '__Host-quayside-op', ...signInNames };

/** As the version before called them, which signed them by HMAC-SHA-1; a session of it lasts 14 days. */
const formerNames: Readonly<Record<string, string>> = {
  quayside_op: names.session,
  quayside_op_interaction: names.interaction,
  quayside_op_resume: names.resume,
};

const signaturesBy = (algorithm: 'sha1' | 'sha256', keys: readonly string[]) => {
  const signedWith = (key: string, data: string) =>
    createHmac(algorithm, key).update(data).digest('base64url');
  const isSame = (one: Buffer, other: Buffer) => one.length === other.length && timingSafeEqual(one, other);
  const index = (data: string, signature: string) =>
    keys.findIndex((key) => isSame(Buffer.from(signedWith(key, data)), Buffer.from(signature)));
  return {
    sign: (data: string) => signedWith(keys[0] ?? '', data),
    index,
    verify: (data: string, signature: string) => index(data, signature) >= 0,
  };
};

const cookiesOf = (header: string): Map<string, string> =>
  new Map(
    header.split(';').map((pair) => {
      const [name = '', ...value] = pair.trim().split('=');
      return [name, value.join('=')] as const;
    }),
  );

/** How the OpenID provider keeps its cookies. @param keys that sign them, the newest first */
export const providerCookies = (keys: readonly string[]): NonNullable<Configuration['cookies']> => ({
  keys: signaturesBy('sha256', keys) as never,
  names,
  long: { httpOnly: true, sameSite: 'lax', signed: true, secure: true, path: '/' },
  short: { httpOnly: true, sameSite: 'lax', signed: true, secure: true },
});

/**
 * Takes cookies of the version before for what they are now, and lets `Secure` ones be set where the public origin is
 * http://localhost, which browsers take as secure and the library does not.
 */
export const keepCookies = (provider: Provider, keys: readonly string[]): void => {
  const [current, former] = [signaturesBy('sha256', keys), signaturesBy('sha1', keys)];
  const takeOver = (req: IncomingMessage): void => {
    const header = req.headers.cookie ?? '';
    if (!header.includes('quayside_op')) return;
    const cookies = cookiesOf(header);
    for (const [was, is] of Object.entries(formerNames)) {
      const value = cookies.get(was);
      if (!value) continue;
      // The value of those of a sign-in is its id.
      const name = is === names.session ? is : nameOf(is, value);
      if (cookies.has(name) || !former.verify(`${was}=${value}`, cookies.get(`${was}.sig`) ?? '')) continue;
      req.headers.cookie += `; ${name}=${value}; ${name}.sig=${current.sign(`${name}=${value}`)}`;
    }
  };
  const createContext = provider.createContext.bind(provider);
  provider.createContext = (req: IncomingMessage, res: ServerResponse) => {
    takeOver(req);
    const context = createContext(req, res);
    context.cookies.secure = true;
    nameSignInCookies(context.cookies, req);
    return context;
  };
};
