import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { barriersOf } from '../src/barriers.ts';
import { keepScreenshot, phone } from '../src/screenshots.ts';
import { browserFixture } from './browser-fixture.ts';

const { signedIn } = browserFixture({ timeoutMs: 30_000 });

const head =
  'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,' +
  'Variant Inventory Qty,Variant Price,Image Src,Status';

/** Lamps of two sizes each, in Shopify's columns; one has a price that is none, one a SKU that another has. */
const lamps = (mark: string): string => {
  const rows = Array.from({ length: 40 }, (_, at) => {
    const price = at === 3 ? 'ask us' : `${20 + at}.50`;
    const sku = at === 5 ? `LAMP-${mark}-4-S` : `LAMP-${mark}-${at}-S`;
    return [
      `lamp-${mark}-${at},Storm lamp ${mark} ${at},<p>Burns in <b>any</b> wind.</p>,Skerry,Lanterns,"camp, night",TRUE,Size,Small,${sku},400,12,${price},,active`,
      `lamp-${mark}-${at},,,,,,,,Large,LAMP-${mark}-${at}-L,700,3,49.00,,`,
    ];
  });
  return [head, ...rows.flat()].join('\n');
};

test('a file of Shopify is uploaded, its faulty cell mended, imported, and found in the shop', async () => {
  const mark = `t${Date.now().toString(36)}`;
  const page = await signedIn('/admin/imports');
  await page.getByRole('link', { name: 'New import' }).click();
  await page.getByText('Choose a file, or drop it here').waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await keepScreenshot(page, 'desktop-admin-import-new');
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'lamps.csv', mimeType: 'text/csv', buffer: Buffer.from(lamps(mark)) });
  await page.waitForURL(/\/admin\/imports\/[0-9a-f-]{36}$/);
  await page.getByText('It has the columns of Shopify').waitFor();
  expect(await page.getByLabel('Variant Price').inputValue()).toBe('price');
  expect(await barriersOf(page)).toEqual([]);
  await keepScreenshot(page, 'desktop-admin-import-columns');
  await page.setViewportSize(phone);
  await keepScreenshot(page, 'phone-admin-import-columns');
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByText('2 products will be left out').waitFor();
  await page.getByText('"ask us" is no price').waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await keepScreenshot(page, 'desktop-admin-import-faults');
  await page.setViewportSize(phone);
  await keepScreenshot(page, 'phone-admin-import-faults');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByLabel('Row 8, Variant Price').fill('23.50');
  await page.getByLabel('Row 12, Variant SKU').fill(`LAMP-${mark}-5-S`);
  await page.getByRole('button', { name: 'Check again with 2 mended cells' }).click();
  await page.getByText('Nothing is wrong with it').waitFor();
  await page.getByRole('button', { name: 'Import 40 products' }).click();
  await page.getByRole('link', { name: 'To the products' }).waitFor();
  await page.getByText('Imported', { exact: true }).waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await keepScreenshot(page, 'desktop-admin-import-result');
  await page.getByRole('link', { name: 'Imports', exact: true }).first().click();
  await page.getByRole('link', { name: 'lamps.csv' }).first().waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await keepScreenshot(page, 'desktop-admin-imports');

  await page.goto(`/products/lamp-${mark}-3`);
  await page.getByRole('heading', { name: `Storm lamp ${mark} 3` }).waitFor();
  await page.getByText('$23.50').first().waitFor();
}, 120_000);

test('products leave as a workbook and come back as one, by a mapping that was kept, and the import is found again', async () => {
  const mark = `w${Date.now().toString(36)}`;
  const page = await signedIn('/admin/products?q=lantern');
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export as Excel' }).click();
  const buffer = readFileSync(await (await coming).path());
  const upload = async (name: string) => {
    await page.goto('/admin/imports/new');
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await page.getByLabel('Choose a file').setInputFiles({ name, mimeType, buffer });
    await page.waitForURL(/\/admin\/imports\/[0-9a-f-]{36}$/);
    await page.getByText('It has the columns of this shop').waitFor();
  };
  await upload(`lanterns-${mark}.xlsx`);
  expect(await page.getByLabel('Sheet').inputValue()).toBe('Products');
  await page.getByLabel('tags', { exact: true }).selectOption({ label: 'Left out' });
  await page.getByText('Keep this mapping for the next file').click();
  await page.getByLabel('Name', { exact: true }).fill(`Without tags ${mark}`);
  await page.getByLabel('Offer it to everybody who imports').check();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('is offered for files with these headings from now on').waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await keepScreenshot(page, 'desktop-admin-import-workbook');
  await page.setViewportSize(phone);
  await keepScreenshot(page, 'phone-admin-import-workbook');
  await page.setViewportSize({ width: 1440, height: 900 });

  await upload(`again-${mark}.xlsx`);
  expect(await page.getByLabel('tags', { exact: true }).inputValue()).toBe('tag-lines');
  await page.getByLabel('Saved mapping').selectOption({ label: `Without tags ${mark}` });
  expect(await page.getByLabel('tags', { exact: true }).inputValue()).toBe('');
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByText('Nothing is wrong with it').waitFor();

  await page.goto('/admin/imports');
  await page.getByRole('searchbox').fill(`lanterns ${mark}`);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: `lanterns-${mark}.xlsx` }).waitFor();
  await page.getByRole('link', { name: `again-${mark}.xlsx` }).waitFor({ state: 'detached' });
  expect(await barriersOf(page)).toEqual([]);
  await keepScreenshot(page, 'desktop-admin-imports-found');
  await page.setViewportSize(phone);
  await keepScreenshot(page, 'phone-admin-imports-found');
});
