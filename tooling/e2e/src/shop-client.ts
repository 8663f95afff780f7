import {
  requestTo,
  type AnswerBody,
  type CheckoutRequest,
  type GuardedAction,
  type ItemListInput,
  type Problem,
  type RouteInput,
  type RouteKey,
  type RouteOf,
} from '@quayside/contracts';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

/** What a refusal has beside the body of an answer. */
type Refusal = Partial<Pick<Problem, 'code' | 'title' | 'detail' | 'errors'>>;

export interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
}

const address = {
  name: 'Signe Holm',
  street: 'Strandgade 12',
  city: 'Marstal',
  postalCode: '5960',
  country: 'DK',
};

/** A shopper without a browser: a cookie jar, the headers a browser sends, and the calls the pages make. */
export const createShopClient = (
  origin: string,
  send: (url: URL, init: RequestInit) => Promise<Response> = fetch,
) => {
  const jar = new Map<string, string>();

  const keepCookies = (headers: Headers): void => {
    for (const line of headers.getSetCookie()) {
      const pair = line.split(';')[0] ?? '';
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
  };

  const request = async (
    method: string,
    url: URL,
    init: { headers?: object; body?: RequestInit['body'] } = {},
  ) => {
    const answer = await send(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'sec-fetch-site': 'same-origin',
        ...init.headers,
      },
      ...(init.body !== undefined && { body: init.body }),
    });
    keepCookies(answer.headers);
    return answer;
  };

  const call = async <T = unknown>(
    method: string,
    path: string,
    options: { body?: unknown; raw?: RequestInit['body']; headers?: object } = {},
  ): Promise<Answer<T>> => {
    const body = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
    const answer = await request(method, new URL(path, origin), {
      headers: {
        ...(method !== 'GET' && { 'x-csrf': '1' }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, body: (isJson ? JSON.parse(text) : text) as T, headers: answer.headers };
  };

  /** Calls a route of the shop as its definition says; what it refuses has the body of a problem. */
  const ask = <Key extends RouteKey>(
    key: Key,
    input: RouteInput<RouteOf<Key>>,
  ): Promise<Answer<AnswerBody<RouteOf<Key>> & Refusal>> => {
    const { method, path, headers, body } = requestTo<Key>(key, input);
    return call(method, path, { headers, ...(body !== undefined && { raw: body }) });
  };

  /** Follows redirects; gives the last page. */
  const visit = async (path: string, first?: { method: string; body: string; headers: object }) => {
    let url = new URL(path, origin);
    let answer = await request(first?.method ?? 'GET', url, first);
    for (let hop = 0; hop < 12; hop += 1) {
      const location = answer.headers.get('location');
      if (!location) return { url, html: await answer.text() };
      url = new URL(location, url);
      answer = await request('GET', url);
    }
    throw new Error(`too many redirects from ${path}`);
  };

  /** Where a form is sent to, with the proof of work that the script of its page computes under attack. */
  const provenPath = async (action: GuardedAction, path: string): Promise<string> => {
    const { status, body: challenge } = await ask('GET /api/v1/proof-of-work/:action', {
      params: { action },
    });
    if (status !== 200) return path;
    const solution = await solveChallenge({ challenge, deriveKey });
    const proof = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
    return `${path}?${new URLSearchParams({ 'proof-of-work': proof }).toString()}`;
  };

  const signIn = async (email: string, password = 'quayside-demo'): Promise<void> => {
    const { html, url } = await visit('/auth/login?returnTo=/auth/session');
    const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1];
    if (!action) throw new Error(`no sign-in form at ${url.href}`);
    await visit(await provenPath('sign-in', new URL(action, url).pathname), {
      method: 'POST',
      body: new URLSearchParams({ email, password }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    });
    const session = await ask('GET /auth/session', {});
    if (!session.body.authenticated) throw new Error(`${email} could not sign in`);
  };

  const checkoutWith = (options: { key?: string; token?: string; total?: number } = {}) =>
    ask('POST /api/v1/basket/checkout', {
      headers: { 'idempotency-key': options.key ?? crypto.randomUUID() },
      body: {
        shippingAddress: address,
        paymentToken: options.token ?? 'tok_ok',
        ...(options.total !== undefined && { acceptedTotal: { amount: options.total, currency: 'USD' } }),
      },
    });

  /** Without an account. */
  const guestCheckout = (email: string, shippingAddress: CheckoutRequest['shippingAddress'] = address) =>
    ask('POST /api/v1/basket/checkout', {
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: { shippingAddress, paymentToken: 'tok_ok', contact: { email } },
    });

  const basket = () => ask('GET /api/v1/basket', {});

  const emptyBasket = async (): Promise<void> => {
    for (const { itemId } of (await basket()).body.items)
      await ask('DELETE /api/v1/basket/items/:itemId', { params: { itemId } });
  };

  /** Makes an account and is signed in with it. */
  const register = async (name: string, email: string, password: string): Promise<void> => {
    const { html, url } = await visit('/auth/register?returnTo=/auth/session');
    const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1];
    if (!action) throw new Error(`no registration form at ${url.href}`);
    await visit(await provenPath('registration', new URL(action, url).pathname), {
      method: 'POST',
      body: new URLSearchParams({ name, email, password }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    });
    const session = await ask('GET /auth/session', {});
    if (!session.body.authenticated) throw new Error(`${email} could not register`);
  };

  return {
    jar,
    ask,
    call,
    visit,
    signIn,
    register,
    checkoutWith,
    guestCheckout,
    items: (query: ItemListInput = {}) => ask('GET /api/v1/catalog/items', { query }),
    item: (idOrSlug: number | string) => ask('GET /api/v1/catalog/items/:idOrSlug', { params: { idOrSlug } }),
    put: (itemId: number | string, quantity: unknown) =>
      ask('PUT /api/v1/basket/items/:itemId', { params: { itemId }, body: { quantity: quantity as number } }),
    basket,
    emptyBasket,
    order: (id: string) => ask('GET /api/v1/orders/:id', { params: { id } }),
    orders: () => ask('GET /api/v1/orders', { query: { pageSize: 100 } }),
  };
};
export type ShopClient = ReturnType<typeof createShopClient>;
