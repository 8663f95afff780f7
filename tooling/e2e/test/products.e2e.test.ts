import { beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { keepScreenshot, phone } from '../src/screenshots.ts';
import { eventually } from '../src/control.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { signedIn } = browserFixture({ timeoutMs: 30_000 });

const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
};
const cell = (page: Page, variant: string, column: string) =>
  page.getByLabel(`${variant}: ${column}`, { exact: true });
const picture = (background: string) =>
  sharp({ create: { width: 900, height: 900, channels: 3, background } })
    .png()
    .toBuffer();

describe('a product in the admin pages', () => {
  const name = `Gale jacket ${Date.now()}`;
  let product: string;

  beforeAll(async () => {
    const page = await signedIn('/admin/products');
    await page.getByRole('link', { name: 'New product' }).click();
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Make the draft' }).click();
    await page.waitForURL(/\/admin\/products\/\d+$/);
    product = new URL(page.url()).pathname;
    await page.context().close();
  }, 90_000);

  test('gets variants from its options, cells from a spreadsheet, pictures, and is published', async () => {
    const page = await signedIn(product);
    await page.getByText('It has no variant that could be sold').waitFor();
    await page.getByRole('button', { name: 'Add an option' }).click();
    await page.getByLabel('Option', { exact: true }).fill('Size');
    await page.getByLabel('Add values to Size').fill('S, M');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove One' }).click();
    await page.getByRole('button', { name: 'Make 2 missing variants' }).click();
    await cell(page, 'S', 'Price USD').focus();
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '199.00\\t249.00\\n209.00\\t249.00\\n');
      document.activeElement.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`);
    expect(await cell(page, 'M', 'Price USD').inputValue()).toBe('209.00');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('M: Price USD');
    await cell(page, 'S', 'Price USD').fill('no price');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('S, price.USD: No price').waitFor();
    await cell(page, 'S', 'Price USD').fill('199.00');
    await page.getByLabel('Name, German').fill('Böenjacke');
    await page.getByLabel('Description, German').fill('Für Böen.');
    await save(page);

    await page.getByLabel('Add pictures').setInputFiles([
      { name: 'red jacket.png', mimeType: 'image/png', buffer: await picture('#b22') },
      { name: 'blue_jacket.png', mimeType: 'image/png', buffer: await picture('#22b') },
      { name: 'evil.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') },
    ]);
    await page.getByText('it is none of them').waitFor();
    await page.getByRole('button', { name: 'Move blue jacket forward' }).press('Enter');
    await save(page);
    expect(await barriersOf(page)).toEqual([]);
    await keepScreenshot(page, 'desktop-admin-product');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published', { exact: true }).waitFor();
    await page.getByText('Nothing of it is in stock').waitFor();
    await page.getByText('All in the audit log').waitFor();
    await page.setViewportSize(phone);
    await keepScreenshot(page, 'phone-admin-product');

    const href = (await page.getByRole('link', { name: 'See it in the shop' }).getAttribute('href')) ?? '';
    await page.goto(href);
    const shown = page.getByRole('img', { name: 'blue jacket' });
    await shown.waitFor();
    expect(await shown.getAttribute('srcset')).toMatch(/w=400 400w, .*w=1600 1600w/);
  }, 120_000);

  test('edited by two at once loses nothing: other cells go together, the same one is asked about', async () => {
    const page = await signedIn(product);
    await cell(page, 'S', 'Price USD').fill('180.00');
    await page.getByLabel('Tags').fill('mine');
    const other = await page.context().newPage();
    await other.goto(product);
    await cell(other, 'M', 'Price USD').fill('190.00');
    await other.getByLabel('Tags').fill('theirs');
    await save(other);
    await other.close();

    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const stale = page.getByRole('alert').filter({ hasText: 'Somebody was faster' });
    await stale.getByText('190.00').waitFor();
    await stale.getByText('theirs', { exact: true }).waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await keepScreenshot(page, 'desktop-admin-product-stale');
    await stale.getByRole('button', { name: /Keep mine/ }).click();
    await save(page);
    expect(await cell(page, 'S', 'Price USD').inputValue()).toBe('180.00');
    expect(await cell(page, 'M', 'Price USD').inputValue()).toBe('190.00');
    expect(await page.getByLabel('Tags').inputValue()).toBe('mine');
  }, 120_000);

  test('is found in the table and priced in bulk, seen before, undone after', async () => {
    const page = await signedIn('/admin/products');
    await page.keyboard.press('/');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=Gale/);
    expect(await barriersOf(page)).toEqual([]);
    await page.getByLabel(`Select ${name}`).check();
    await page.getByRole('button', { name: 'Change prices' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('How much').fill('10');
    await dialog.getByText('$162.00').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await keepScreenshot(page, 'desktop-admin-bulk');
    await dialog.getByRole('button', { name: 'Change 1' }).click();
    await page.waitForURL(/\/admin\/jobs\/[0-9a-f-]+$/);
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await keepScreenshot(page, 'desktop-admin-job');
    const first = page.url();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForURL((url) => url.href !== first);
    await page.getByText('Done', { exact: true }).waitFor();
    await page.goto(product);
    expect(await cell(page, 'S', 'Price USD').inputValue()).toBe('180.00');
  }, 120_000);

  test('is received, adjusted with a reason, and its journal says who and why', async () => {
    const page = await signedIn('/admin/stock/receive');
    const sku = `GALE-JACKET-${name.split(' ').at(-1)}-S`;
    await page.getByLabel('Delivery note').fill(`LS-${Date.now()}`);
    await page.getByLabel('Lines').fill(`${sku} 5\n${sku}\nNO-SUCH-SKU 2`);
    await page.getByText('2 variants, 8 units').waitFor();
    await page.getByRole('button', { name: 'Book the delivery' }).click();
    await page.getByText('There is no NO-SUCH-SKU').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await page.getByLabel('Lines').fill(`${sku} 5\n${sku}`);
    await page.getByRole('button', { name: 'Book the delivery' }).click();
    await page.getByText(`${sku}, ${name}, S: 6 on hand`).waitFor();
    await keepScreenshot(page, 'desktop-admin-delivery');

    await page.goto(`/admin/stock?q=${sku}`);
    await page.getByLabel(`Units of ${sku} that came or went`).fill('-2');
    await page.getByLabel(`Why, ${sku}`).fill('Mice');
    await page.getByRole('button', { name: `Book ${sku}` }).click();
    await page.getByRole('cell', { name: '4', exact: true }).first().waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await keepScreenshot(page, 'desktop-admin-stock');
    await page.getByRole('link', { name: sku }).click();
    await page.getByText('Mice').waitFor();
    await page.getByText('-2', { exact: true }).waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await keepScreenshot(page, 'desktop-admin-journal');
    await page.setViewportSize(phone);
    await page.goto('/admin/stock?level=low');
    await keepScreenshot(page, 'phone-admin-stock');
  }, 120_000);
});

test('a draft that is planned goes into the shop by itself', async () => {
  const client = createShopClient(theStack().origin);
  await client.signIn('admin@quayside.test');
  const all = '/api/v1/admin/catalog/products';
  const slug = `planned-${Date.now()}`;
  const made = await client.call<{ id: number }>('POST', all, {
    body: { slug, name: 'A planned lamp', brandId: 1, categoryId: 1 },
  });
  const one = `${all}/${made.body.id}`;
  const variants = [{ sku: slug.toUpperCase(), prices: [{ currency: 'USD', amount: 4900 }] }];
  const { status } = await client.call('PUT', one, { body: { variants }, headers: { 'if-match': '"v1"' } });
  expect(status).toBe(200);

  const page = await signedIn(`/admin/products/${made.body.id}`);
  await page.getByLabel('Publish it later').fill('2999-12-31T09:00');
  await page.getByRole('button', { name: 'Plan it' }).click();
  const plan = page.getByTestId('publish-plan');
  await plan.getByText('Goes into the shop by itself').waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Do not publish it then' }).click();
  await page.getByLabel('Publish it later').fill('2026-01-01T09:00');
  await page.getByRole('button', { name: 'Plan it' }).click();
  await plan.getByText('Goes into the shop by itself').waitFor();
  await eventually('the lamp to be in the shop', async () => {
    const answer = await page.request.get(`/products/${slug}`);
    return answer.status() === 200;
  });
  await page.reload();
  await page.getByRole('button', { name: 'Take out of the shop' }).waitFor();
}, 90_000);
