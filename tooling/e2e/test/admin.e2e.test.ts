import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { keepScreenshot, phone } from '../src/screenshots.ts';
import { browserFixture } from './browser-fixture.ts';

const { signedIn } = browserFixture({ timeoutMs: 30_000 });

const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
};

describe('a brand in the admin pages', () => {
  const name = `Tern ${Date.now()}`;
  let brand: string;

  beforeAll(async () => {
    const page = await signedIn('/admin/brands');
    await page.getByRole('link', { name: 'New brand' }).click();
    await page.getByLabel('Slug').fill('No Slug');
    await page.getByRole('button', { name: 'Add the brand' }).click();
    await page.getByText('This is needed').waitFor();
    await page.getByText('Small letters, digits').waitFor();
    await page.getByLabel('Slug').fill('');
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Add the brand' }).click();
    await page.waitForURL(/\/admin\/brands\/\d+$/);
    brand = new URL(page.url()).pathname;
    await page.context().close();
  }, 90_000);

  test('is found in the list, changed, and what was done stands in the log', async () => {
    const page = await signedIn('/admin/brands');
    await page.keyboard.press('/');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=Tern/);
    await keepScreenshot(page, 'desktop-admin-brands');
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByLabel('Description').fill('Ropes and nets.');
    await save(page);
    await page.getByText('Ropes and nets.').nth(1).waitFor();
    await page.getByRole('link', { name: 'All in the audit log' }).click();
    const first = page.getByTestId(/^entry-brand-/).first();
    await first.getByText('Ropes and nets.').waitFor();
    expect(await first.innerText()).toMatch(/changed brand \d+/);
    await page.setViewportSize(phone);
    await keepScreenshot(page, 'phone-admin-audit');
  }, 90_000);

  test('shows who comes late what changed, and loses nothing of either', async () => {
    const page = await signedIn(brand);
    await page.getByLabel('Name').fill(`${name} & Co`);
    const other = await page.context().newPage();
    await other.goto(brand);
    await other.getByLabel('Name').fill(`${name} & Sons`);
    await other.getByLabel('Description').fill('Since 1904.');
    await save(other);
    await other.close();

    await page.getByRole('button', { name: 'Save' }).click();
    const stale = page.getByRole('alert').filter({ hasText: 'Somebody was faster' });
    await stale.getByText(`${name} & Sons`).waitFor();
    await keepScreenshot(page, 'desktop-admin-stale');
    await stale.getByRole('button', { name: /Keep mine/ }).click();
    await save(page);
    expect(await page.getByLabel('Name').inputValue()).toBe(`${name} & Co`);
    expect(await page.getByLabel('Description').inputValue()).toBe('Since 1904.');
  }, 90_000);

  test('is not left unsaved without a question, and is deleted', async () => {
    const page = await signedIn(brand);
    await page.getByLabel('Description').fill('Half a sent');
    await page.getByRole('link', { name: 'Audit log', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Stay here' }).click();
    expect(new URL(page.url()).pathname).toBe(brand);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete the brand' }).click();
    await page.waitForURL('**/admin/brands');
    await page.goto(brand);
    await page.getByRole('heading', { name: 'Page not found' }).waitFor();
    await page.goto('/admin/nowhere');
    await page.getByRole('heading', { name: 'Page not found' }).waitFor();
    await page.getByRole('navigation', { name: 'Administration' }).waitFor();
  }, 90_000);
});
