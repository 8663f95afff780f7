import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  apis,
  isInternal,
  keyScope,
  staffRole,
  type Audience,
  type KeyScope,
  type RouteDefinition,
} from '@quayside/contracts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';

const staff = staffRole.options;

/** Who belongs to which audience, from the outside. */
const belongs: Record<Exclude<Audience, 'gateway' | 'service'>, readonly string[]> = {
  public: ['nobody', 'guest', 'shopper', ...staff],
  shopper: ['nobody', 'guest', 'shopper', ...staff],
  user: ['shopper', ...staff],
  support: ['support', 'admin'],
  merchandiser: ['merchandiser', 'admin'],
  admin: ['admin'],
};

/** Below these addresses is what staff use, and whom it may be for: a route that is neither has no place there. */
const staffAreas: readonly { below: RegExp; audiences: readonly Audience[] }[] = [
  { below: /^\/api\/v1\/admin\/catalog\//, audiences: ['merchandiser', 'admin'] },
  { below: /^\/api\/v1\/catalog\/items\//, audiences: ['merchandiser', 'admin'] },
  { below: /^\/api\/v1\/sales-settings$/, audiences: ['admin'] },
  { below: /^\/api\/v1\/admin\/marketing\//, audiences: ['merchandiser', 'admin'] },
  { below: /^\/api\/v1\/admin\/identity\/views\/products/, audiences: ['merchandiser'] },
  { below: /^\/api\/v1\/admin\/identity\/views\/orders/, audiences: ['support'] },
  { below: /^\/api\/v1\/admin\/identity\//, audiences: ['support', 'admin'] },
  { below: /^\/api\/v1\/admin\/basket\//, audiences: ['admin'] },
  { below: /^\/api\/v1\/admin\/operations\//, audiences: ['admin'] },
  { below: /^\/api\/v1\/admin\/customers\//, audiences: ['support', 'admin'] },
  { below: /^\/api\/v1\/admin\/ordering\//, audiences: ['support', 'admin'] },
  { below: /^\/api\/v1\/staff\/(orders|draft-orders|invoices)(\/|$)/, audiences: ['support', 'admin'] },
];

/** Signing out would end the test for whoever comes after. */
const isLeftOut = ({ path }: RouteDefinition): boolean =>
  path === '/auth/logout' || path === '/auth/callback' || path === '/api/v1/account/sessions';

const routes = Object.values(apis)
  .flatMap((api) => Object.entries<RouteDefinition>(api.routes))
  .filter(([, route]) => !isInternal(route) && !isLeftOut(route))
  .map(([name, route]) => ({ name, ...route, called: `${route.method.toUpperCase()} ${route.path}` }));

const isStaffRoute = ({ path, audience }: RouteDefinition): boolean =>
  staff.some((role) => role === audience) || /^\/api\/v1\/(admin|staff)\//.test(path);
const staffRoutes = routes.filter(isStaffRoute);

const { origin } = theStack();
let callers: Record<string, ShopClient>;

/** Signed in once, and since then signed out: what is left is the cookie. */
const whoseSessionEnded = async (): Promise<ShopClient> => {
  const client = createShopClient(origin);
  await client.signIn('admin@quayside.test');
  const cookies = [...client.jar];
  await client.ask('POST /auth/logout', {});
  for (const [name, value] of cookies) client.jar.set(name, value);
  return client;
};

beforeAll(async () => {
  const guest = createShopClient(origin);
  const [item] = (await guest.items({ inStock: 'true', pageSize: 1 })).body.items;
  await guest.put(item?.id ?? 1, 1);
  callers = { nobody: createShopClient(origin), guest, expired: await whoseSessionEnded() };
  for (const who of ['shopper', ...staff]) {
    const client = createShopClient(origin);
    await client.signIn(`${who}@quayside.test`);
    callers[who] = client;
  }
});

/** Calls with a path that fits no id and without a body: whoever is let in is told that, and changes nothing. */
const answerFor = async (caller: string, { method, path }: RouteDefinition): Promise<Response> => {
  const leaving = new AbortController();
  const cookie = [...(callers[caller]?.jar ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(new URL(path.replaceAll(/:\w+/g, '0'), origin), {
    method: method.toUpperCase(),
    redirect: 'manual',
    headers: { cookie, 'x-csrf': '1', 'sec-fetch-site': 'same-origin' },
    signal: leaving.signal,
  });
  // A stream would go on.
  leaving.abort();
  return answer;
};

describe('every route lets in whom it is for, and nobody else', () => {
  test.each(routes)('$called', async (route) => {
    const letIn: string[] = [];
    for (const caller of ['nobody', 'guest', 'shopper', ...staff]) {
      const { status } = await answerFor(caller, route);
      expect(status).toBeLessThan(500);
      if (![401, 403].includes(status)) letIn.push(caller);
    }
    const isOfProcesses = route.audience === 'gateway' || route.audience === 'service';
    expect(letIn).toEqual(isOfProcesses ? [] : belongs[route.audience as keyof typeof belongs]);
  });
});

/** A token of a key that was made for these scopes. */
const tokenOfKey = async (scopes: readonly KeyScope[]): Promise<string> => {
  const { body: key } = await (callers['admin'] as ShopClient).ask('POST /api/v1/admin/identity/api-keys', {
    body: { name: 'Access test', scopes: [...scopes], days: 1 },
  });
  const answer = await fetch(`${origin}/identity/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${key.id}:${key.secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: scopes.join(' ') }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
};

const statusOfKey = async (token: string, { method, path }: RouteDefinition): Promise<number> => {
  const leaving = new AbortController();
  const { status } = await fetch(new URL(path.replaceAll(/:\w+/g, '0'), origin), {
    method: method.toUpperCase(),
    redirect: 'manual',
    headers: { authorization: `Bearer ${token}` },
    signal: leaving.signal,
  });
  leaving.abort();
  return status;
};

describe('an API key opens the routes that name its scope, those for everybody, and no other', () => {
  const tokens = new Map<string, string>();
  beforeAll(async () => {
    tokens.set('all', await tokenOfKey(keyScope.options));
    for (const scope of keyScope.options) tokens.set(scope, await tokenOfKey([scope]));
  });

  test.each(routes.filter(({ path }) => path.startsWith('/api/')))('$called', async (route) => {
    const status = await statusOfKey(tokens.get('all') ?? '', route);
    const isOpen = route.audience === 'public' || route.keyScope !== undefined;
    // What is not forbidden may still be asked wrongly, and a change for everybody asks for the page it comes from.
    if (route.audience === 'public') expect(status).not.toBe(401);
    else expect([route.called, ![401, 403].includes(status)]).toEqual([route.called, isOpen]);
    expect(status).toBeLessThan(500);
  });

  test.each(routes.filter((route) => route.keyScope))('$called takes $keyScope alone', async (route) => {
    const letIn: string[] = [];
    for (const scope of keyScope.options)
      if (![401, 403].includes(await statusOfKey(tokens.get(scope) ?? '', route))) letIn.push(scope);
    expect(letIn).toEqual([route.keyScope]);
  });

  test('a token that is made up, or of a person, opens nothing', async () => {
    const route = routes.find(({ keyScope: scope, method }) => scope && method === 'get') as RouteDefinition;
    const [head, claims] = (tokens.get('all') ?? '').split('.');
    const forged = `${head}.${claims}.${'A'.repeat(342)}`;
    expect(await statusOfKey(forged, route)).toBe(401);
    expect(await statusOfKey('not.a.token', route)).toBe(401);
  });
});

/** What is told to whoever is let in, with a path that fits no id, and neither headers nor a body. */
const statusLetIn = ({ method, params, query, headers, body, upload, path }: RouteDefinition): number => {
  if (body) return 415;
  const isUnfit = [
    ...(params
      ? [params.safeParse(Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name]) => [name, '0'])))]
      : []),
    ...(query ? [query.safeParse({})] : []),
  ].some(({ success }) => !success);
  const needed = headers && !headers.safeParse({}).success ? Object.keys(headers.shape) : [];
  if (isUnfit || needed.length > 1) return 400;
  if (needed.length === 1) return needed[0] === 'if-match' ? 428 : 400;
  if (upload) return 415;
  return method === 'get' ? 200 : 204;
};

describe('what staff use answers each role with exactly', () => {
  test.each(staffRoutes)('$called', async (route) => {
    const mayAsk = belongs[route.audience as keyof typeof belongs];
    const expected = {
      ...{ nobody: 401, guest: 401, expired: 401 },
      ...Object.fromEntries(
        ['shopper', ...staff].map((who) => [who, mayAsk.includes(who) ? statusLetIn(route) : 403]),
      ),
    };
    const found: Record<string, number> = {};
    for (const caller of Object.keys(expected)) found[caller] = (await answerFor(caller, route)).status;
    expect(found).toEqual(expected);
  });

  test.each(staffRoutes)('$called is for a role of the staff, and stands where that role works', (route) => {
    const area = staffAreas.find(({ below }) => below.test(route.path));
    expect([route.called, area?.audiences ?? 'no row of this test']).toEqual([
      route.called,
      expect.arrayContaining([route.audience]),
    ]);
  });
});
