import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { buyOne, settled } from '../src/buy.ts';
import { eventually } from '../src/control.ts';
import { keepScreenshot, phone } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { signedIn } = browserFixture({ timeoutMs: 30_000 });

const figure = async (page: Page, label: string): Promise<number> => {
  const said = await page.getByTestId(`figure-${label}`).innerText();
  return Number(said.replaceAll(/[^0-9.-]/g, ''));
};

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
  await page.getByRole('link', { name: 'As CSV' }).click();
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
