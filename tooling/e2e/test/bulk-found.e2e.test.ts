import { expect, test } from '@jest/globals';
import { look } from '../src/look.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { signedIn } = browserFixture({ timeoutMs: 30_000 });

test('all that is found is selected after the page, looked at, tagged as a job, and taken back', async () => {
  const page = await signedIn('/admin/products?status=active');
  const tag = `found-${Date.now().toString(36)}`;
  await page.getByLabel('Select all products of this page').check();
  await page.getByText('25 selected').waitFor();
  await look(page, 'admin-bulk-page-selected');
  await page.getByRole('button', { name: /^Select all [\d,]+ found$/ }).click();
  const selected = await page.getByText(/^All [\d,]+ found are selected$/).textContent();
  const total = Number(/[\d,]+/.exec(selected ?? '')?.[0].replace(',', ''));
  expect(total).toBeGreaterThan(25);

  await page.getByRole('button', { name: 'Change prices' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('How much').fill('10');
  await dialog.getByText(/prices, together/).waitFor();
  await look(page, 'admin-bulk-found-prices');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Add a tag' }).click();
  await dialog.getByLabel('Tag').fill(tag);
  await dialog.getByRole('button', { name: /^Change [\d,]+$/ }).click();
  await page.waitForURL(/\/admin\/jobs\/[0-9a-f-]+$/);
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await look(page, 'admin-bulk-found-job');
  const first = page.url();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForURL((url) => url.href !== first && /jobs\/[0-9a-f-]+$/.test(url.pathname));
  await page.getByText('Done', { exact: true }).waitFor();
}, 120_000);

test('before all that is found is published, what has nothing to sell is counted, named and led to', async () => {
  const run = `bare${Date.now().toString(36)}`;
  const staff = createShopClient(theStack().origin);
  await staff.signIn('admin@quayside.test');
  for (let at = 10; at < 36; at += 1) {
    const { status } = await staff.ask('POST /api/v1/admin/catalog/products', {
      body: { slug: `${run}-${at}`, name: `${run} ${at}`, brandId: 1, categoryId: 1 },
    });
    expect(status).toBe(201);
  }
  const page = await signedIn(`/admin/products?q=${run}&status=draft`);
  await page.getByLabel('Select all products of this page').check();
  await page.getByRole('button', { name: 'Select all 26 found' }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('26 stay, since they have nothing that could be sold').waitFor();
  await dialog.getByText(`26 with no variants: ${run} 10, ${run} 11, ${run} 12, 23 more`).waitFor();
  await look(page, 'admin-bulk-publish-refused');
  await dialog.getByRole('link', { name: 'Show what cannot be published' }).click();
  await page.waitForURL(/missing=offer/);
  await page.getByRole('link', { name: `${run} 10` }).waitFor();
}, 120_000);

test('another filter selects nothing of what was found before', async () => {
  const page = await signedIn('/admin/products');
  await page.getByLabel('Select all products of this page').check();
  await page.getByRole('button', { name: /^Select all [\d,]+ found$/ }).click();
  await page.getByText(/found are selected$/).waitFor();
  await page.goto('/admin/products?status=active');
  await page.getByRole('status').filter({ hasText: 'products' }).waitFor();
  expect(await page.getByText(/found are selected$/).count()).toBe(0);
}, 60_000);
