import { beforeAll, expect, test } from '@jest/globals';
import { barriersOf } from '../src/barriers.ts';
import { settled } from '../src/buy.ts';
import { eventually } from '../src/control.ts';
import { desktop, keepScreenshot, phone } from '../src/screenshots.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const { openPage } = browserFixture({ timeoutMs: 30_000 });
let buyer: ShopClient;
let products: { id: number; slug: string; name: string; itemId?: number | undefined }[];

beforeAll(async () => {
  buyer = createShopClient(origin);
  const { body } = await buyer.ask('GET /api/v1/catalog/products', {
    query: { inStock: 'true', pageSize: 100 },
  });
  products = body.items.toSorted((a, b) => b.availableStock - a.availableStock).slice(0, 5);
  await buyer.register('Tilda Two', `two-${crypto.randomUUID().slice(0, 8)}@example.test`, 'quayside-demo');
  for (let count = 0; count < 2; count += 1) {
    for (const { itemId } of products.slice(0, 3)) await buyer.put(itemId ?? 0, 1);
    const { body: answer } = await buyer.checkoutWith();
    expect(await settled(buyer, answer.orderId)).toBe('paid');
  }
}, 180_000);

test('what was bought together twice is shown with each other, in the one read of the page', async () => {
  const [one, other] = products;
  await eventually('the orders to be counted', async () => {
    const { body } = await buyer.ask('GET /api/v1/screens/product/:slug', {
      params: { slug: one?.slug ?? '' },
    });
    return body.together?.some(({ id }) => id === other?.id);
  });
  const page = await openPage();
  await page.goto(`/products/${one?.slug}`);
  const section = page.getByTestId('bought-together');
  await section.getByRole('link', { name: other?.name ?? '', exact: true }).waitFor();
  await section.scrollIntoViewIfNeeded();
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: desktop.height });
    await keepScreenshot(page, `bought-together-${width}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  }
  expect(await barriersOf(page)).toEqual([]);
}, 60_000);

test('what somebody looked at is shown again, until they have it forgotten', async () => {
  const page = await openPage(phone);
  const [first, second, third] = products;
  const recent = page.getByTestId('recently-viewed');
  for (const [at, product] of [first, second, third].entries()) {
    await page.goto(`/products/${product?.slug}`);
    if (at > 0) await recent.getByRole('link', { name: products[at - 1]?.name ?? '', exact: true }).waitFor();
    await eventually(`${product?.slug} to be kept as looked at`, () =>
      page.evaluate<boolean>(
        `(localStorage.getItem('quayside.viewed') ?? '').includes(${JSON.stringify(String(product?.id))})`,
      ),
    );
  }
  const names = await recent.getByRole('heading', { level: 3 }).allInnerTexts();
  expect(names).toEqual([second?.name, first?.name]);
  await page.goto('/');
  await recent.getByRole('link', { name: third?.name ?? '', exact: true }).waitFor();
  await recent.scrollIntoViewIfNeeded();
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: desktop.height });
    await keepScreenshot(page, `recently-viewed-${width}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  }
  expect(await barriersOf(page)).toEqual([]);
  await recent.getByRole('button', { name: 'Forget these' }).click();
  await recent.waitFor({ state: 'detached' });
  expect(await page.evaluate(`localStorage.getItem('quayside.viewed')`)).toBeNull();
}, 90_000);
