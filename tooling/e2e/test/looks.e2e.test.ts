import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { keepScreenshot } from '../src/screenshots.ts';
import { browserFixture } from './browser-fixture.ts';

const { openPage } = browserFixture({ timeoutMs: 15_000 });
const phone = { width: 390, height: 844 };

const clear = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await page.locator('h1').first().waitFor();
  await keepScreenshot(page, `dark${path.replaceAll(/\W+/g, '-')}`);
  expect([path, ...(await barriersOf(page))]).toEqual([path]);
};

test('by night the shop is dark, and as easy to read', async () => {
  const page = await openPage(phone, { colorScheme: 'dark' });
  await clear(page, '/catalog?inStock=true');
  const dark = await page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
  expect(dark).toBe('rgb(13, 26, 41)');
  const product = (await page.locator('main a[href^="/products/"]').first().getAttribute('href')) ?? '';
  await clear(page, product);
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await page.getByText('It is in your basket.').waitFor();
  for (const path of ['/basket', '/', '/catalog?q=zzqqxx', '/no/such/page', '/auth/login']) {
    await clear(page, path);
  }
}, 120_000);

test.each(['/about', '/delivery-and-returns', '/size-guide', '/terms', '/privacy', '/cookies'])(
  'the footer leads to %s, which everybody can read',
  async (path) => {
    const page = await openPage(phone);
    await page.goto('/catalog');
    await page.getByRole('contentinfo').locator(`a[href="${path}"]`).click();
    await page.waitForURL(`**${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await barriersOf(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(phone.width);
  },
  60_000,
);
