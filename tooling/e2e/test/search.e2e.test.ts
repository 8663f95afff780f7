import { describe, expect, test } from '@jest/globals';
import { desktop } from '../src/screenshots.ts';
import { browserFixture } from './browser-fixture.ts';

const { openPage } = browserFixture({ timeoutMs: 15_000 });

describe('the search box', () => {
  test('offers departments and products while one types, chosen by arrows or passed over', async () => {
    const page = await openPage();
    await page.goto('/');
    const box = page.getByRole('combobox', { name: 'Search the shop' });
    await box.pressSequentially('storm jaket');
    await page.getByText('Searching for “storm jacket”').waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await box.getAttribute('aria-activedescendant')).toBe(
      await page.getByRole('option', { selected: true }).getAttribute('id'),
    );
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Storm Jacket' }).waitFor();
    expect(await page.getByRole('option').count()).toBe(0);
  }, 60_000);

  test('keeps what was asked, says what it took it for, and shows the nearest', async () => {
    const page = await openPage();
    await page.goto('/');
    const box = page.getByRole('combobox', { name: 'Search the shop' });
    await box.fill('wool jumpr');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/catalog?q=wool+jumpr');
    await page.getByText('this is what “wool jumper” finds').waitFor();
    expect(await box.inputValue()).toBe('wool jumpr');
    await page
      .getByRole('link', { name: /Sweater/ })
      .first()
      .waitFor();
    await page.goBack();
    await page.waitForURL((url) => url.pathname === '/');
    expect(await box.inputValue()).toBe('');
  }, 60_000);

  test('what nothing is like offers the departments', async () => {
    const page = await openPage();
    await page.goto('/catalog?q=zzqqxx');
    await page.getByRole('heading', { name: 'Nothing like that on the shelves' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Camp Kitchen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Camp Kitchen' }).waitFor();
  }, 60_000);

  test('works without JavaScript', async () => {
    const page = await openPage(desktop, { javaScriptEnabled: false });
    await page.goto('/');
    await page.getByLabel('Search the shop').fill('regenjacke');
    await page.getByRole('button', { name: 'Search' }).click();
    await page
      .getByRole('link', { name: /Jacket/ })
      .first()
      .waitFor();
  }, 60_000);
});
