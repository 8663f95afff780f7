import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../src/control.ts';
import { look } from '../src/look.ts';
import { signInOnPage } from '../src/purchase-page.ts';
import { phone } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const { openPage } = browserFixture({ timeoutMs: 30_000 });
const withWorker = { serviceWorkers: 'allow' } as const;
let slug = '';
let name = '';

beforeAll(async () => {
  const { body } = await createShopClient(origin).ask('GET /api/v1/catalog/products', {
    query: { inStock: 'true', pageSize: 1 },
  });
  ({ slug = '', name = '' } = body.items[0] ?? {});
});

const shelved = (page: Page) =>
  page.evaluate<string[]>(
    `caches.open('shelf-pages').then((cache) => cache.keys()).then((keys) => keys.map(({ url }) => new URL(url).pathname))`,
  );

const untilShelved = (page: Page, ...paths: string[]) =>
  eventually(`${paths.join(', ')} to be on the shelf`, async () => {
    const there = await shelved(page);
    return paths.every((path) => there.includes(path));
  });

const contentOfShelf = `caches.open('shelf-pages')
  .then(async (cache) => Promise.all((await cache.matchAll()).map((page) => page.text())))
  .then((pages) => pages.join('\\n'))`;

test('the shop can be installed: it has a manifest with icons, and a worker of its own origin', async () => {
  await openPage();
  const manifest = (await (await fetch(`${origin}/manifest.webmanifest`)).json()) as {
    display: string;
    icons: { src: string; sizes: string; purpose?: string }[];
  };
  expect(manifest).toMatchObject({ id: '/', start_url: '/', scope: '/', display: 'standalone' });
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
  for (const { src } of manifest.icons) expect((await fetch(origin + src)).status).toBe(200);
  const worker = await fetch(`${origin}/sw.js`);
  expect(worker.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(worker.headers.get('cache-control')).not.toMatch(/max-age=[1-9]/);
  const home = await fetch(origin);
  expect(home.headers.get('content-security-policy')).toContain(`worker-src 'self'`);
});

test('what was seen is there without a network, pictures too, and nothing that is personal', async () => {
  const page = await openPage(phone, withWorker);
  await page.goto(`/auth/login?returnTo=${encodeURIComponent(`/products/${slug}`)}`);
  await signInOnPage(page, 'shopper@quayside.test');
  await page.waitForURL(`**/products/${slug}`);
  await page.getByText('Sam', { exact: false }).first().waitFor({ state: 'attached' });
  await untilShelved(page, `/products/${slug}`, '/offline');
  await page.goto('/catalog?type=foul-weather');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await untilShelved(page, '/catalog');
  await page.goto('/catalog?q=wool');
  await page.goto('/orders');
  await page.goto('/basket');
  const kept = await page.evaluate<string>(contentOfShelf);
  expect(kept).not.toContain('shopper@quayside.test');
  expect(await page.evaluate<string>(`document.body.innerHTML`)).toContain('shopper@quayside.test');
  expect(await shelved(page)).not.toEqual(expect.arrayContaining(['/basket']));
  expect(await shelved(page)).not.toEqual(expect.arrayContaining(['/orders']));
  expect(kept).not.toContain('q=wool');

  await page.context().setOffline(true);
  await page.goto(`/products/${slug}`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByText('You are offline.').waitFor();
  await page.getByText('This page is as it was on').waitFor();
  await eventually('its first picture to be there', () =>
    page.evaluate<boolean>(`document.querySelector('main img').naturalWidth > 0`),
  );
  await look(page, 'offline-product');

  await page.goto('/basket');
  await page.getByRole('heading', { level: 1, name: 'Out of range' }).waitFor();
  await page.getByTestId('shelf').getByRole('link', { name }).waitFor();
  await look(page, 'offline-shelf');
  await page.getByTestId('shelf').getByRole('link', { name: 'Foul-Weather Gear' }).click();
  await page.getByRole('heading', { level: 1, name: 'Foul-Weather Gear' }).waitFor();
  await page.getByRole('main').getByRole('link', { name }).first().waitFor();

  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Read it anew' }).click();
  await page.locator('[data-offline]').waitFor({ state: 'detached' });
}, 120_000);

test('German pages are kept in German, and who forgets them or signs out leaves none', async () => {
  const page = await openPage(phone, { ...withWorker, locale: 'de-DE' });
  await page.goto(`/de/produkte/${slug}`);
  // By its German slug, which the English one leads to.
  const { pathname } = new URL(page.url());
  expect(pathname).not.toContain(slug);
  await untilShelved(page, pathname, '/de/offline');
  await page.context().setOffline(true);
  await page.goto('/de/kasse');
  await page.getByRole('heading', { level: 1, name: 'Außer Reichweite' }).waitFor();
  await page.getByTestId('shelf').getByRole('link').first().waitFor();
  await look(page, 'offline-shelf-german');
  await page.getByRole('button', { name: 'Diese Seiten vergessen' }).click();
  await eventually('the shelf to be empty', async () =>
    (await shelved(page)).every((path) => path.endsWith('/offline')),
  );

  await page.context().setOffline(false);
  await page.goto(`/auth/login?returnTo=${encodeURIComponent(`/products/${slug}`)}`);
  await signInOnPage(page, 'shopper@quayside.test');
  await page.waitForURL(`**/products/${slug}`);
  await untilShelved(page, `/products/${slug}`);
  await page.getByRole('button', { name: /your account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/products'));
  await eventually(
    'the product to be off the shelf',
    async () => !(await shelved(page)).includes(`/products/${slug}`),
  );
}, 120_000);

test('a new worker takes over while a page is open, which works on, and so do pages kept before', async () => {
  const page = await openPage(phone, withWorker);
  await page.goto(`/products/${slug}`);
  await untilShelved(page, `/products/${slug}`);
  await page.evaluate(`navigator.serviceWorker.register('/sw.js?build=next')`);
  await eventually('the new worker to have the page', () =>
    page.evaluate<boolean>(
      `navigator.serviceWorker.controller?.scriptURL.endsWith('build=next') && navigator.serviceWorker.controller.state === 'activated'`,
    ),
  );
  await page.getByRole('link', { name: 'Catalog' }).first().click();
  await page.waitForURL('**/catalog');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.context().setOffline(true);
  await page.goto(`/products/${slug}?item=1`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  // What the page does is done by scripts from the shelf.
  await page.getByText('You are offline.').waitFor();
}, 90_000);
