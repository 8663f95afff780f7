import { createECDH, randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { Page, Worker } from 'playwright-core';
import { buyOne, plentifulItem, settled } from '../src/buy.ts';
import { eventually } from '../src/control.ts';
import { look } from '../src/look.ts';
import { orderStatus, signInOnPage } from '../src/purchase-page.ts';
import { desktop, phone } from '../src/screenshots.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const { openPage } = browserFixture({ timeoutMs: 30_000 });
const withWorker = { serviceWorkers: 'allow', permissions: ['notifications'] };
const keys = {
  p256dh: createECDH('prime256v1').generateKeys().toString('base64url'),
  auth: randomBytes(16).toString('base64url'),
};

/** What the company of a browser would answer is played, as tests do not ask it; the rest is the browser's own. */
const playPushManager = (endpoint: string) => `{
  const subscription = {
    endpoint: ${JSON.stringify(endpoint)},
    toJSON: () => ({ endpoint: ${JSON.stringify(endpoint)}, keys: ${JSON.stringify(keys)} }),
    unsubscribe: async () => true,
  };
  const store = globalThis.localStorage;
  PushManager.prototype.subscribe = async () => {
    store?.setItem('played', 'yes');
    return subscription;
  };
  PushManager.prototype.getSubscription = async () =>
    store && store.getItem('played') === null ? null : subscription;
}`;

/** A browser without windows shows nothing, and says that it may not. */
const mayShow = `Object.defineProperty(Notification, 'permission', { get: () => 'granted' });`;
const showNothing = `
  self.registration.showNotification = async (...shown) => { self.shown = shown; };
  self.clients.openWindow = async (to) => { self.opened = to; };`;

/** Has the worker hear of something that its browser alone can tell it. */
const happens = (type: string, facts: string) => `{
  const event = Object.assign(new ExtendableEvent('${type}'), ${facts});
  event.waitUntil = () => {};
  self.dispatchEvent(event);
}`;

/** A visitor whose browser can be told, with its worker. */
const visitor = async (viewport: typeof desktop, more: { locale?: string } = {}) => {
  const page = await openPage(viewport, { ...withWorker, ...more } as Parameters<typeof openPage>[1]);
  const endpoint = `https://push.example.net/${randomBytes(12).toString('hex')}`;
  await page.addInitScript(mayShow + playPushManager(endpoint));
  const worker = async (): Promise<Worker> => {
    const found = await eventually('the worker', () =>
      Promise.resolve(page.context().serviceWorkers().at(-1)),
    );
    await found.evaluate(showNothing + playPushManager(endpoint));
    return found;
  };
  return { page, endpoint, worker };
};

const newAccount = async (): Promise<{ client: ShopClient; email: string }> => {
  const email = `told.${randomBytes(6).toString('hex')}@example.com`;
  const client = createShopClient(origin);
  await client.register('Maren Lind', email, 'quayside-demo');
  return { client, email };
};

const signIn = async (page: Page, email: string, path: string) => {
  await page.goto(`/auth/login?returnTo=${encodeURIComponent(path)}`);
  await signInOnPage(page, email);
  await page.waitForURL(`**${path}`);
};

const browsersOf = async (client: ShopClient) =>
  (await client.ask('GET /api/v1/push-subscriptions', {})).body.items;

test('whoever presses the button is told on this device, and a click opens the page of the order', async () => {
  const { client, email } = await newAccount();
  const id = await buyOne(client);
  expect(await settled(client, id)).toBe('paid');
  const { page, worker } = await visitor(phone);
  await signIn(page, email, `/orders/${id}`);
  await orderStatus(page, 'paid').waitFor({ state: 'attached' });
  const ask = page.getByRole('button', { name: 'Tell me on this device' });
  await ask.waitFor();
  expect(await browsersOf(client)).toEqual([]);
  await look(page, 'phone-push-offered');
  await ask.click();
  await page.getByRole('button', { name: 'Stop the messages' }).waitFor();
  expect(await browsersOf(client)).toMatchObject([{ service: 'push.example.net', language: 'en' }]);
  await page.reload();
  await page.getByRole('button', { name: 'Stop the messages' }).waitFor();
  await look(page, 'phone-push-told');
  const file = (await client.ask('GET /api/v1/account/export', {})).body;
  expect(file.pushSubscriptions).toMatchObject([{ service: 'push.example.net' }]);

  const theWorker = await worker();
  const said = { title: 'Your parcel is on its way', body: 'Order QS', tag: 'x', path: `/orders/${id}` };
  await theWorker.evaluate(happens('push', `{ data: { json: () => (${JSON.stringify(said)}) } }`));
  expect(await theWorker.evaluate('self.shown')).toMatchObject([
    said.title,
    { body: said.body, tag: 'x', data: said.path, lang: 'en' },
  ]);
  await page.goto('/catalog');
  const notification = `{ notification: { data: ${JSON.stringify(said.path)}, close: () => {} } }`;
  await theWorker.evaluate(happens('notificationclick', notification));
  expect(await eventually('the page to open', () => theWorker.evaluate('self.opened'))).toBe(
    `${origin}/orders/${id}`,
  );

  await page.goto(`/orders/${id}`);
  await page.getByRole('button', { name: 'Stop the messages' }).click();
  await page.getByText('This device is told of nothing any more.').waitFor();
  expect(await browsersOf(client)).toEqual([]);
}, 150_000);

test('in the account the same, in German too; signing out ends it on this device', async () => {
  const { client, email } = await newAccount();
  const { page, worker } = await visitor(desktop, { locale: 'de-DE' });
  await signIn(page, email, '/account');
  await page.goto('/de/konto');
  await page.getByRole('button', { name: 'Auf diesem Gerät Bescheid geben' }).click();
  await page.getByRole('button', { name: 'Nachrichten beenden' }).waitFor();
  await look(page, 'desktop-push-account-german');
  expect(await browsersOf(client)).toMatchObject([{ language: 'de' }]);
  await worker();
  await page.reload();
  await page.getByRole('button', { name: /Konto/ }).first().click();
  await page.getByRole('menuitem', { name: 'Abmelden' }).click();
  await eventually('the browser to be forgotten', async () => (await browsersOf(client)).length === 0);
}, 120_000);

test('a guest is offered it for the order that was placed in this browser', async () => {
  const client = createShopClient(origin);
  await client.put(await plentifulItem(client), 1);
  const placed = await client.guestCheckout(`guest.${randomBytes(6).toString('hex')}@example.com`);
  expect(placed.status).toBe(202);
  const id = placed.body.orderId;
  await eventually('the order to be there', async () => (await client.order(id)).status === 200);
  const { page } = await visitor(desktop);
  // Of https, as its name asks for; browsers send it to this machine by http too.
  const url = origin.replace('http:', 'https:');
  const cookies = [...client.jar].filter(([name]) => name.startsWith('__Host-'));
  await page.context().addCookies(cookies.map(([name, value]) => ({ name, value, url, secure: true })));
  await page.goto(`/orders/${id}?placed`);
  await page.getByRole('button', { name: 'Tell me on this device' }).click();
  await page.getByRole('button', { name: 'Stop the messages' }).waitFor();
  await look(page, 'desktop-push-guest');
}, 120_000);

test('deleting the account empties the shelf of this browser and ends its messages', async () => {
  const { client, email } = await newAccount();
  const [product] = (await client.ask('GET /api/v1/catalog/products', { query: { pageSize: 1 } })).body.items;
  const { page, worker } = await visitor(desktop);
  await signIn(page, email, `/products/${product?.slug}`);
  const shelved = () =>
    page.evaluate<string[]>(
      `caches.open('shelf-pages').then((cache) => cache.keys()).then((keys) => keys.map(({ url }) => new URL(url).pathname))`,
    );
  await eventually('the product to be on the shelf', async () =>
    (await shelved()).includes(`/products/${product?.slug}`),
  );
  const theWorker = await worker();
  await theWorker.evaluate(
    `PushManager.prototype.getSubscription = async () => ({ endpoint: 'https://push.example.net/x', unsubscribe: async () => { self.ended = true; } })`,
  );
  await page.goto('/account');
  await page.getByLabel('Type your e-mail address to confirm').fill(email);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your account is deleted' }).waitFor();
  await eventually('the shelf to be empty', async () =>
    (await shelved()).every((path) => path.endsWith('/offline')),
  );
  expect(await eventually('the messages to end', () => theWorker.evaluate('self.ended'))).toBe(true);
}, 120_000);

test('a browser that can show no messages says so in the account, and nothing by an order', async () => {
  const { client, email } = await newAccount();
  const id = await buyOne(client);
  expect(await settled(client, id)).toBe('paid');
  const page = await openPage(phone);
  await page.addInitScript('delete globalThis.PushManager');
  await signIn(page, email, '/account');
  await page.getByText('This browser shows no messages of shops.').waitFor();
  await page.goto(`/orders/${id}`);
  await orderStatus(page, 'paid').waitFor({ state: 'attached' });
  expect(await page.getByText('Messages on this device').count()).toBe(0);
}, 90_000);
