import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fillAddress, fillCard, signInOnPage } from '../src/purchase-page.ts';
import { browserFixture } from './browser-fixture.ts';

const { openPage } = browserFixture({ timeoutMs: 15_000 });

/** Signed in, with something in the basket and the address given; the card form is there. @returns the item's name */
const comeToTheCard = async (page: Page): Promise<string> => {
  await page.goto('/auth/login?returnTo=/catalog?inStock=true');
  await signInOnPage(page, 'shopper@quayside.test');
  await page.waitForURL('**/catalog**');
  await page.locator('main a[href^="/products/"]').first().click();
  await page.waitForURL('**/products/**');
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await page.getByRole('link', { name: 'Go to the basket' }).waitFor();
  await page.goto('/checkout');
  await fillAddress(page);
  await page.getByText('Strandgade 12, 5960 Marstal, Denmark').waitFor();
  return name;
};

describe('an interrupted checkout', () => {
  test('goes on at the card after a reload', async () => {
    const page = await openPage();
    await comeToTheCard(page);
    await page.reload();
    await page.getByText('Strandgade 12, 5960 Marstal, Denmark').waitFor();
    await fillCard(page, '4242 4242 4242 4242');
    await page.getByTestId('place-order').waitFor();
  }, 60_000);

  test('asks to sign in when the session ran out, and goes on from there', async () => {
    const page = await openPage();
    const name = await comeToTheCard(page);
    await fillCard(page, '4242 4242 4242 4242');
    await page.getByTestId('place-order').waitFor();
    await page.context().clearCookies();
    await page.getByTestId('place-order').click();
    await page.getByText('Nothing was ordered.').waitFor();
    expect(await page.locator('main').innerText()).toContain(name);
    await page.getByRole('link', { name: 'Sign in again' }).click();
    await signInOnPage(page, 'shopper@quayside.test');
    await page.waitForURL('**/checkout**');
    await page.getByText('Strandgade 12, 5960 Marstal, Denmark').waitFor();
  }, 60_000);
});
