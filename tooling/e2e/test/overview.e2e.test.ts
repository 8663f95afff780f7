import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { buyOne, settled } from '../src/buy.ts';
import { eventually } from '../src/control.ts';
import { look } from '../src/look.ts';
import { desktop, keepScreenshot, phone } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { signedIn, openPage } = browserFixture({ timeoutMs: 30_000 });

const figureOf = async (page: Page, testId: string): Promise<number> => {
  const said = await page.getByTestId(testId).innerText();
  return Number(said.replaceAll(/[^0-9.-]/g, ''));
};
const figure = (page: Page, label: string): Promise<number> => figureOf(page, `figure-${label}`);

test('what is bought stands in the overview, and in its file', async () => {
  const page = await signedIn('/admin/overview');
  const [orders, revenue] = [await figure(page, 'orders'), await figure(page, 'revenue')];
  const client = createShopClient(theStack().origin);
  await client.signIn('shopper@quayside.test');
  await client.emptyBasket();
  const id = await buyOne(client);
  expect(await settled(client, id)).toBe('paid');
  const { totals } = (await client.order(id)).body;

  await eventually('the order to be counted', async () => {
    await page.reload();
    // Others may buy meanwhile.
    return (await figure(page, 'orders')) > orders && (await figure(page, 'revenue')) > revenue;
  });
  expect((await figure(page, 'revenue')) - revenue).toBeGreaterThanOrEqual(totals.total.amount / 100 - 0.01);
  await page.getByTestId('sales-chart').locator('svg').first().waitFor();
  await page.getByText('The figures of each day').click();
  expect(await barriersOf(page)).toEqual([]);
  await keepScreenshot(page, 'desktop-admin-overview');

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'As CSV', exact: true }).click();
  expect((await download).suggestedFilename()).toMatch(/^sales-.*-USD\.csv$/);

  await page.getByRole('link', { name: '7 days' }).click();
  await page.waitForURL(/span=7/);
  await page.setViewportSize(phone);
  // The chart is drawn anew once the browser has told it how wide it is.
  await eventually('nothing to stand out of the page', async () => {
    return (await page.evaluate('document.documentElement.scrollWidth')) === phone.width;
  });
  await keepScreenshot(page, 'phone-admin-overview');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await barriersOf(page)).toEqual([]);
  await keepScreenshot(page, 'phone-admin-overview-dark');
}, 120_000);

interface Funnel {
  visits: number;
  baskets: number;
  checkouts: number;
  paid: number;
}

test('who looks, fills a basket and goes to the checkout is counted, once', async () => {
  const admin = createShopClient(theStack().origin);
  await admin.signIn('admin@quayside.test');
  const funnel = async (): Promise<Funnel> =>
    (await admin.ask('GET /api/v1/admin/marketing/funnel', { query: { days: '1' } })).body.sums;
  const before = await funnel();
  const shows = (what: string, more: Partial<Funnel>) =>
    eventually(what, async () => {
      const now = await funnel();
      return Object.entries(more).every(
        ([name, by]) => now[name as keyof Funnel] - before[name as keyof Funnel] >= by,
      );
    });

  const listed = await admin.ask('GET /api/v1/catalog/products', {
    query: { inStock: 'true', pageSize: '1' },
  });
  const [card] = listed.body.items;
  // The browser of these tests says that it is driven by a program; this one is of a person.
  const person = await openPage(desktop, {
    userAgent: `Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0 ${Date.now()}`,
  });
  const toldIn = (step: string) =>
    person.waitForRequest(
      (request) => request.url().endsWith('/api/v1/visits') && request.postData()?.includes(step) === true,
    );
  const seen = toldIn('product');
  await person.goto(`/products/${card?.slug}`);
  await seen;
  await shows('the visit', { visits: 1 });
  const begun = toldIn('basket');
  await person.getByRole('button', { name: /^Add to (the )?basket/i }).click();
  await begun;
  const goes = toldIn('checkout');
  await person.goto('/checkout');
  await goes;
  await shows('the checkout', { visits: 1, baskets: 1, checkouts: 1 });
  await person.goto(`/products/${card?.slug}`);
  await person.reload();
  await person.context().close();

  const page = await signedIn('/admin/overview?span=7');
  await page.getByText('The steps of each day').click();
  expect(await figureOf(page, 'funnel-visits')).toBeGreaterThan(0);
  expect(await page.getByTestId('funnel-conversion').innerText()).toMatch(/^[0-9.,]+ %$/);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Steps as CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/^funnel-.*[.]csv$/);
  await look(page, 'admin-funnel');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await look(page, 'admin-funnel-dark');
  expect((await funnel()).visits - before.visits).toBe(1);
}, 120_000);

test('what the privacy page says of counting can be read in both languages', async () => {
  const page = await openPage();
  await page.goto('/privacy');
  await page.getByText(/We count how many visitors/).waitFor();
  await page.goto('/de/datenschutz');
  await page.getByText(/Wir zählen, wie viele Besucher/).waitFor();
});
