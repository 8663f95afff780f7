import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { eventually } from '../src/control.ts';
import { desktop, keepScreenshot } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const { signedIn, openPage } = browserFixture({ timeoutMs: 30_000 });
const merchandiser = 'merchandiser@quayside.test';

/** At the widths that people have: nothing keeps anybody out, and nothing is wider than the screen. */
const look = async (page: Page, name: string): Promise<void> => {
  const before = page.viewportSize() ?? desktop;
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: before.height });
    // A chart is drawn anew once the browser has told it how wide it is.
    await eventually('nothing to stand out of the page', async () => {
      return (await page.evaluate('document.documentElement.scrollWidth')) === width;
    });
    await keepScreenshot(page, `${name}-${width}`);
  }
  await page.setViewportSize(before);
  expect(await barriersOf(page)).toEqual([]);
};

test('a price that falls is seen in its history, and the shop says the lowest of the 30 days before', async () => {
  const staff = createShopClient(origin);
  await staff.signIn(merchandiser);
  const { body: found } = await staff.ask('GET /api/v1/admin/catalog/products', {
    query: { q: 'barometer', status: 'active', pageSize: 1 },
  });
  const id = found.items[0]?.id ?? 0;
  const read = async () =>
    (await staff.ask('GET /api/v1/admin/catalog/products/:id', { params: { id } })).body;
  type Variants = Awaited<ReturnType<typeof read>>['variants'];
  const put = async (all: Variants) => {
    const { version, slug } = await read();
    const variants = all.map(({ onHand: _, reserved: __, available: ___, ...variant }) => variant);
    const saved = await staff.ask('PUT /api/v1/admin/catalog/products/:id', {
      params: { id },
      headers: { 'if-match': `"v${version}"` },
      body: { variants },
    });
    expect(saved.status).toBe(200);
    return slug;
  };
  const before = (await read()).variants;
  const setPrice = (part: number, isReduced: boolean) =>
    put(
      before.map((variant) => ({
        ...variant,
        prices: variant.prices.map(({ currency, amount }) => ({
          currency,
          amount: Math.round(amount * part),
          compareAt: isReduced ? amount : null,
        })),
      })),
    );
  await setPrice(0.9, false);
  await setPrice(1.2, false);
  const slug = await setPrice(0.8, true);

  const page = await signedIn(`/admin/products/${id}`, merchandiser);
  await page.getByRole('heading', { name: 'Prices over time' }).waitFor();
  const changes = page.getByRole('list', { name: 'Changes of the price' });
  await changes.getByText('Jonas Lind').first().waitFor();
  await page.getByTestId('price-chart').locator('path.recharts-line-curve').last().waitFor();
  await page.getByTestId('price-chart').scrollIntoViewIfNeeded();
  await look(page, 'admin-product-prices');
  await page.context().close();

  const shop = await openPage(desktop);
  await shop.goto(`/products/${slug}`);
  await shop.getByText('Lowest price of the 30 days before').waitFor();
  await look(shop, 'product-reduced');
  await shop.goto('/catalog?q=barometer');
  await shop.getByText('Lowest of the 30 days before').first().waitFor();
  await look(shop, 'listing-reduced');
  await shop.context().close();
  await put(before);
}, 120_000);
