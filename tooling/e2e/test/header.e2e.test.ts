import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signInOnPage } from '../src/purchase-page.ts';
import { browserFixture } from './browser-fixture.ts';

const { openPage } = browserFixture({ timeoutMs: 15_000 });

const widths = Array.from({ length: 81 }, (_, step) => 320 + 20 * step);

interface Measured {
  width: number;
  height: number;
  isTooWide: boolean;
}

const measure = async (page: Page): Promise<Measured[]> => {
  const all: Measured[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const height = await page
      .getByRole('banner')
      .evaluate(`(header) => header.getBoundingClientRect().height`);
    const isTooWide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
    all.push({ width, height: Number(height), isTooWide: Boolean(isTooWide) });
  }
  return all;
};

/** Two rows on narrow screens, one on wide ones: the same height at each width of either. */
const expectSteady = (measured: readonly Measured[]) => {
  const heights = (from: number, to: number) =>
    new Set(measured.filter(({ width }) => width >= from && width < to).map(({ height }) => height));
  expect(heights(320, 1024).size).toBe(1);
  expect(heights(1024, 2000).size).toBe(1);
  expect(measured.filter(({ isTooWide }) => isTooWide)).toEqual([]);
};

test('the header keeps its height at every width, for a guest with something in the basket and for an admin', async () => {
  const page = await openPage();
  await page.goto('/catalog?inStock=true&sort=-price');
  await page.locator('main a[href^="/products/"]').first().click();
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await page.getByTestId('basket-count').waitFor();
  expectSteady(await measure(page));
  await page.goto('/auth/login?returnTo=/catalog');
  await signInOnPage(page, 'admin@quayside.test');
  await page.waitForURL('**/catalog');
  await page.getByText('Aksel').waitFor({ state: 'attached' });
  expectSteady(await measure(page));
}, 120_000);

test('letters are the same on every machine: all faces are ours', async () => {
  const page = await openPage();
  await page.goto('/');
  const faces: string[] = await page.evaluate(`document.fonts.ready.then((all) =>
    [...all].filter(({ status }) => status === 'loaded').map(({ family }) => family))`);
  expect(faces.length).toBeGreaterThanOrEqual(2);
  const used: string[] = await page.evaluate(
    `['body', 'h1'].map((selector) => getComputedStyle(document.querySelector(selector)).fontFamily)`,
  );
  for (const family of used) expect(faces.some((face) => family.includes(face))).toBe(true);
}, 60_000);

describe('a tab that stays open', () => {
  const count = (tab: Page) => tab.getByTestId('basket-count');

  test('hears what another put into the basket or took out, in header and basket', async () => {
    const page = await openPage();
    await page.goto('/basket');
    const other = await page.context().newPage();
    await other.goto('/catalog?inStock=true&sort=-price');
    await other.locator('main a[href^="/products/"]').first().click();
    await other.getByRole('button', { name: 'Add to basket' }).click();
    await count(page).filter({ hasText: /^1/ }).waitFor();
    await page.getByTestId(/^line-/).waitFor();
    await page.getByRole('button', { name: /^Remove/ }).click();
    await count(other).waitFor({ state: 'detached' });
  }, 60_000);

  test('knows when somebody signs in or out in another', async () => {
    const page = await openPage();
    await page.goto('/catalog');
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    const other = await page.context().newPage();
    await other.goto('/auth/login?returnTo=/');
    await signInOnPage(other, 'shopper@quayside.test');
    await page.getByRole('button', { name: /your account/ }).waitFor();
    await other.getByRole('button', { name: /your account/ }).click();
    await other.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    // Nothing of the one who left is shown any more.
    expect(await count(page).count()).toBe(0);
  }, 60_000);
});
