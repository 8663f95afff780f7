import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { buyOne } from '../src/buy.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const { openPage, signedIn } = browserFixture({ timeoutMs: 15_000 });

const focused = (page: Page) => page.locator(':focus');

describe('who shops by keyboard keeps their place', () => {
  test('when a filter is ticked and when the order is chosen', async () => {
    const page = await openPage();
    await page.goto('/catalog');
    const box = page.getByRole('checkbox', { name: /Tents & Shelter/ });
    await box.focus();
    await page.keyboard.press('Space');
    await page.getByRole('heading', { level: 1, name: /Tents/ }).waitFor();
    expect(await focused(page).getAttribute('value')).toBe(await box.getAttribute('value'));
    await page.keyboard.press('Space');
    await page.getByRole('heading', { level: 1, name: 'The catalog' }).waitFor();
    expect(await box.isChecked()).toBe(false);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: /Tents/ }).waitFor();
    expect(await box.isChecked()).toBe(true);
  }, 60_000);

  test('when a line is taken out of the basket', async () => {
    const page = await openPage();
    for (const nth of [0, 1]) {
      await page.goto('/catalog?inStock=true&sort=-price');
      await page.locator('main a[href^="/products/"]').nth(nth).click();
      await page.getByRole('button', { name: 'Add to basket' }).click();
      await page.getByRole('link', { name: 'Go to the basket' }).waitFor();
    }
    await page.goto('/basket');
    const removes = page.getByRole('button', { name: /^Remove/ });
    await removes.first().focus();
    await page.keyboard.press('Enter');
    await page.locator('h1:focus', { hasText: 'Your basket' }).waitFor();
    await removes.nth(1).waitFor({ state: 'detached' });
    await removes.focus();
    await page.keyboard.press('Enter');
    await page.locator('h1:focus', { hasText: 'Your basket is empty' }).waitFor();
  }, 60_000);

  test('when an order is cancelled', async () => {
    const buyer = createShopClient(origin);
    await buyer.signIn('shopper@quayside.test');
    await buyer.emptyBasket();
    const orderId = await buyOne(buyer);
    const page = await signedIn(`/orders/${orderId}`, 'shopper@quayside.test');
    await page.getByRole('button', { name: 'Cancel this order' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Cancel the order' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('section:focus[aria-label="Progress"]').waitFor();
  }, 60_000);

  test('when a price is saved, and when editing it is given up', async () => {
    const page = await signedIn('/admin/prices');
    const row = page.getByTestId(/^item-/).nth(1);
    const price = (await row.getByTestId('price').innerText()).replace('$', '');
    const edit = row.getByRole('button', { name: /Edit/ });
    await edit.focus();
    await page.keyboard.press('Enter');
    await row.getByLabel(/New price/).fill(price);
    await page.keyboard.press('Enter');
    await row.getByText('Saved').waitFor();
    expect(await focused(page).innerText()).toContain('Edit');
    await page.keyboard.press('Enter');
    await row.getByLabel(/New price/).waitFor();
    await page.keyboard.press('Escape');
    await edit.waitFor();
    expect(await focused(page).innerText()).toContain('Edit');
  }, 60_000);
});
