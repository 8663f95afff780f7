import type { IncomingMessage } from 'node:http';
import type { Provider } from 'oidc-provider';

type Cookies = ReturnType<Provider['createContext']>['cookies'];

/** What belongs to one sign-in under way, as the library calls it; in the browser its id follows. */
export const signInNames = {
  interaction: '__Host-quayside-op-interaction',
  resume: '__Host-quayside-op-resume',
};

/** Open at once in one browser, in as many tabs; with one more the first ends, as all of them come with each request. */
const mostAtOnce = 8;

const names: readonly string[] = Object.values(signInNames);
const uidIn = (path: string | null | undefined): string | undefined =>
  /\/(?:interaction|auth)\/([\w-]+)/.exec(path ?? '')?.[1];
export const nameOf = (name: string, uid: string): string => `${name}-${uid}`;

/** Those that a browser sends, the oldest first (RFC 6265, section 5.4). */
const openIn = ({ headers }: IncomingMessage): string[] =>
  [...(headers.cookie ?? '').matchAll(/__Host-quayside-op-interaction-([\w-]+)=/g)].flatMap(
    ([, uid]) => uid ?? [],
  );

/**
 * The library keeps the sign-ins of a browser apart by a path for each, and a cookie with `__Host-` has the path `/`.
 * So each has a name of its own instead: that of the path with its id.
 */
export const nameSignInCookies = (cookies: Cookies, req: IncomingMessage): void => {
  const get = cookies.get.bind(cookies);
  const set = cookies.set.bind(cookies);
  const end = (uid: string, options: Parameters<Cookies['set']>[2]): void => {
    for (const name of names) set(nameOf(name, uid), null, options);
  };
  cookies.get = (name, options) => {
    const uid = names.includes(name) && uidIn((req as { originalUrl?: string }).originalUrl ?? req.url);
    return get(uid ? nameOf(name, uid) : name, options);
  };
  cookies.set = (name, value, options) => {
    const uid = names.includes(name) && uidIn(options?.path);
    if (!uid) return set(name, value, options);
    const atRoot = { ...options, path: '/' };
    if (!value) end(uid, atRoot);
    else set(nameOf(name, uid), value, atRoot);
    if (value && name === signInNames.interaction)
      for (const oldest of openIn(req).slice(0, 1 - mostAtOnce)) end(oldest, { ...atRoot, maxAge: 0 });
    return cookies;
  };
};
