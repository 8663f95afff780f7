import { buyOne } from '../src/buy.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { sendPlainly } from '../src/send-plainly.ts';
import type { Dependency } from './faults.ts';

export type PageName =
  'home' | 'listing' | 'product' | 'basket' | 'checkout' | 'orders' | 'sign-in' | 'admin';

/** What somebody got who opened a page, when it was there to its end. */
export interface Opened {
  status: number;
  headers: Headers;
  html: string;
  ms: number;
}

export interface Page {
  name: PageName;
  /** After which it has come to its end, whatever is out of order: the sum of the deadlines that it may meet. */
  budgetMs: number;
  /** Without which it cannot be what it is; it works, or says that it does not. */
  needs: readonly Dependency[];
  open(): Promise<Opened>;
}

const aPage = { 'sec-fetch-mode': 'navigate', accept: 'text/html' };

/** Opens an address as a browser does, through all redirects. */
const follow = async (
  origin: string,
  client: ShopClient,
  path: string,
  form?: Record<string, string>,
): Promise<Opened & { path: string }> => {
  const from = performance.now();
  let at = new URL(path, origin);
  let answer = form
    ? await client.call<string>('POST', path, {
        raw: new URLSearchParams(form).toString(),
        headers: { ...aPage, 'content-type': 'application/x-www-form-urlencoded', origin },
      })
    : await client.call<string>('GET', path, { headers: aPage });
  for (let hop = 0; hop < 12; hop += 1) {
    const location = answer.headers.get('location');
    if (!location) break;
    at = new URL(location, at);
    answer = await client.call<string>('GET', at.pathname + at.search, { headers: aPage });
  }
  return {
    ...{
      status: answer.status,
      headers: answer.headers,
      html: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body),
    },
    ...{ ms: performance.now() - from, path: at.pathname },
  };
};

/** Somebody with something in a basket signs in. */
const signIn = async (origin: string, guest: ShopClient): Promise<Opened> => {
  const form = await follow(origin, guest, '/auth/login?returnTo=/auth/session');
  const action = /<form[^>]*action="([^"]+)"/.exec(form.html)?.[1];
  if (form.status !== 200 || !action) return form;
  const fields = { email: 'shopper@quayside.test', password: 'quayside-demo' };
  const after = await follow(origin, guest, new URL(action, origin).pathname, fields);
  const ms = form.ms + after.ms;
  const isSignedIn = after.path === '/auth/session' && after.html.includes('"authenticated":true');
  return { ...after, status: after.status === 200 && !isSignedIn ? 400 : after.status, ms };
};

/** The pages of the matrix, for a shopper and an admin who are signed in, each opened once. */
export const preparePages = async (origin: string) => {
  const shopper = createShopClient(origin, sendPlainly);
  await shopper.signIn('shopper@quayside.test');
  const admin = createShopClient(origin, sendPlainly);
  await admin.signIn('admin@quayside.test');
  await buyOne(shopper);
  const { body } = await shopper.items({ inStock: 'true', pageSize: 1 });
  const [item] = body.items;
  if (!item) throw new Error('the catalog is empty');
  await shopper.put(item.id, 1);

  let guest = createShopClient(origin, sendPlainly);
  const page = (
    name: PageName,
    budgetMs: number,
    needs: readonly Dependency[],
    open: () => Promise<Opened>,
  ): Page => ({ name, budgetMs, needs, open });
  const at = (path: string, client = shopper) => {
    return () => follow(origin, client, path);
  };
  const pages = [
    page('home', 5000, [], at('/')),
    page('listing', 5000, [], at('/catalog?inStock=true')),
    page('product', 7000, [], at(`/products/${item.slug}`)),
    page('basket', 8000, ['Redis', 'Basket'], at('/basket')),
    page('checkout', 8000, ['Redis', 'Basket'], at('/checkout')),
    page('orders', 8000, ['Redis', 'Ordering'], at('/orders')),
    page('sign-in', 15_000, ['Redis', 'Identity'], () => signIn(origin, guest)),
    page('admin', 10_000, ['Redis', 'Marketing'], at('/admin/overview', admin)),
  ];
  return {
    pages,
    /** Before each fault: somebody nobody knows yet puts something into a basket. */
    refresh: async (): Promise<void> => {
      guest = createShopClient(origin, sendPlainly);
      await guest.put(item.id, 1);
    },
  };
};
