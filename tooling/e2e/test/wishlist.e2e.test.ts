import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { signInOnPage } from '../src/purchase-page.ts';
import { desktop, keepScreenshot, phone } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const { openPage } = browserFixture({ timeoutMs: 15_000 });
const widths = [360, 390, 768, 1280];

/** At the widths that shoppers have: nothing keeps anybody out, and nothing is wider than the screen. */
const look = async (page: Page, name: string): Promise<void> => {
  const before = page.viewportSize() ?? desktop;
  for (const width of widths) {
    await page.setViewportSize({ width, height: before.height });
    await keepScreenshot(page, `${name}-${width}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  }
  await page.setViewportSize(before);
  expect(await barriersOf(page)).toEqual([]);
};
const heart = (page: Page, nth: number) => page.getByRole('button', { name: /^Wish for/ }).nth(nth);

describe.each([
  ['desktop', desktop],
  ['phone', phone],
] as const)('a wishlist on a %s', (device, viewport) => {
  test('is filled from list and product, shared, and taken along to the account', async () => {
    const page = await openPage(viewport);
    await page.goto('/wishlist');
    await page.getByRole('heading', { name: 'Nothing is wished for yet' }).waitFor();
    await page.goto('/catalog?inStock=true&sort=-price');
    for (const nth of [0, 1]) {
      await heart(page, nth).click();
      await page.locator('button[aria-pressed="true"]').nth(nth).waitFor();
    }
    await keepScreenshot(page, `${device}-listing-wished`);
    await page.reload();
    await page.locator('button[aria-pressed="true"]').nth(1).waitFor();
    await heart(page, 1).click();
    await page.locator('button[aria-pressed="true"]').nth(1).waitFor({ state: 'detached' });
    await page.locator('main a[href^="/products/"]').nth(2).click();
    await page.getByRole('button', { name: 'Put on the wishlist' }).click();
    await page.getByRole('button', { name: 'On your wishlist' }).waitFor();
    await keepScreenshot(page, `${device}-product-wished`);
    expect(await barriersOf(page)).toEqual([]);

    await page.goto('/wishlist');
    await page.getByText('2 wishes').waitFor();
    await page.getByRole('button', { name: 'Make a link' }).click();
    const link = await page.getByLabel('Link to your wishlist').inputValue();
    await look(page, `${device}-wishlist`);
    const other = await page.context().browser()?.newContext({ viewport, baseURL: origin });
    const friend = await other?.newPage();
    if (!friend) throw new Error('no browser');
    await friend.goto(link);
    await friend
      .getByRole('button', { name: /^Put in the basket/ })
      .first()
      .click();
    await friend.getByRole('button', { name: /^In your basket/ }).waitFor();
    await friend.getByTestId('basket-count').waitFor();
    await look(friend, `${device}-wishlist-shared`);
    await page.getByRole('button', { name: 'Stop sharing' }).click();
    await page.getByRole('button', { name: 'Make a link' }).waitFor();
    await friend.reload();
    await friend.getByText('This wishlist is not shared').waitFor();
    await other?.close();

    const account = createShopClient(origin);
    await account.signIn('shopper@quayside.test');
    for (const { itemId } of (await account.ask('GET /api/v1/wishlist', {})).body.items)
      await account.ask('DELETE /api/v1/wishlist/items/:itemId', { params: { itemId } });
    await page.getByRole('link', { name: 'Sign in' }).last().click();
    await signInOnPage(page, 'shopper@quayside.test');
    await page.waitForURL('**/wishlist');
    await page.getByText('2 wishes').waitFor();
    await page
      .getByRole('button', { name: /^Take off/ })
      .first()
      .click();
    await page.locator('h1:focus').waitFor();
    await page.getByText('1 wish').waitFor();
  }, 120_000);
});

describe('what is taken out of the basket', () => {
  const basketOfOne = async (page: Page): Promise<void> => {
    await page.goto('/catalog?inStock=true&sort=-price');
    await page.locator('main a[href^="/products/"]').first().click();
    await page.getByRole('button', { name: 'Add to basket' }).click();
    await page.getByRole('link', { name: 'Go to the basket' }).click();
    await page.waitForURL('**/basket');
    await page.waitForLoadState();
    await page.getByRole('button', { name: 'One more' }).click();
    await page.getByText('2 pieces').first().waitFor();
    await page.locator('[aria-busy="false"]').waitFor();
  };

  test('comes back with one click, as many as there were', async () => {
    const page = await openPage(phone);
    await basketOfOne(page);
    await page.getByRole('button', { name: /^Remove/ }).click();
    await page.getByRole('heading', { name: 'Your basket is empty' }).waitFor();
    await look(page, 'basket-taken-out');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByTestId(/^line-/).waitFor();
    expect(
      await page
        .getByTestId(/^line-/)
        .getByRole('textbox')
        .inputValue(),
    ).toBe('2');
    await page.reload();
    expect(
      await page
        .getByTestId(/^line-/)
        .getByRole('textbox')
        .inputValue(),
    ).toBe('2');
  }, 60_000);

  test('is saved for later on the wishlist', async () => {
    const page = await openPage(phone);
    await basketOfOne(page);
    await look(page, 'basket-save-for-later');
    await page.getByRole('button', { name: /^Save for later/ }).click();
    await page.getByRole('heading', { name: 'Your basket is empty' }).waitFor();
    await page.getByRole('link', { name: 'on your wishlist' }).click();
    await page.getByText('1 wish').waitFor();
  }, 60_000);
});
