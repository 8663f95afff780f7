import { beforeAll, describe, expect, test } from '@jest/globals';
import { apis, isInternal, type Audience, type RouteDefinition } from '@quayside/contracts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';

/** Who belongs to which audience, from the outside. */
const belongs: Record<Exclude<Audience, 'gateway' | 'service'>, readonly string[]> = {
  public: ['nobody', 'guest', 'shopper', 'admin'],
  shopper: ['nobody', 'guest', 'shopper', 'admin'],
  user: ['shopper', 'admin'],
  support: ['admin'],
  admin: ['admin'],
};

/** Signing out would end the test for whoever comes after. */
const isLeftOut = ({ path }: RouteDefinition): boolean =>
  path === '/auth/logout' || path === '/auth/callback';

const routes = Object.values(apis)
  .flatMap((api) => Object.entries<RouteDefinition>(api.routes))
  .filter(([, route]) => !isInternal(route) && !isLeftOut(route))
  .map(([name, route]) => ({ name, ...route, called: `${route.method.toUpperCase()} ${route.path}` }));

const { origin } = theStack();
let callers: Record<string, ShopClient>;

beforeAll(async () => {
  const guest = createShopClient(origin);
  const [shopper, admin] = [createShopClient(origin), createShopClient(origin)];
  const [item] = (await guest.items({ inStock: 'true', pageSize: 1 })).body.items;
  await guest.put(item?.id ?? 1, 1);
  await shopper.signIn('shopper@quayside.test');
  await admin.signIn('admin@quayside.test');
  callers = { nobody: createShopClient(origin), guest, shopper, admin };
});

/** Calls with a path that fits no id and without a body: whoever is let in is told that, and changes nothing. */
const statusFor = async (caller: string, { method, path }: RouteDefinition): Promise<number> => {
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
  return answer.status;
};

describe('every route lets in whom it is for, and nobody else', () => {
  test.each(routes)('$called', async (route) => {
    const letIn: string[] = [];
    for (const caller of Object.keys(callers)) {
      const status = await statusFor(caller, route);
      expect(status).toBeLessThan(500);
      if (![401, 403].includes(status)) letIn.push(caller);
    }
    const isOfProcesses = route.audience === 'gateway' || route.audience === 'service';
    expect(letIn).toEqual(isOfProcesses ? [] : belongs[route.audience as keyof typeof belongs]);
  });
});
