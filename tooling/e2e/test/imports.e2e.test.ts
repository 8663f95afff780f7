import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import sharp from 'sharp';
import { ZipFile } from 'yazl';
import { barriersOf } from '../src/barriers.ts';
import { look } from '../src/look.ts';
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

test('a ZIP of a table and its pictures is imported with them, and says which one it does not have', async () => {
  const mark = `z${Date.now().toString(36)}`;
  const picture = (background: string) =>
    sharp({ create: { width: 900, height: 900, channels: 3, background } })
      .png()
      .toBuffer();
  const row = (at: number, file: string) =>
    `zip-${mark}-${at},Zipped lamp ${mark} ${at},<p>Lit.</p>,Skerry,Lanterns,night,TRUE,,,ZIP-${mark}-${at},400,5,40.00,${file},active`;
  const zip = new ZipFile();
  const rows = [head, row(0, 'pictures/red.png'), row(1, 'blue.png'), row(2, 'nowhere.png')];
  zip.addBuffer(Buffer.from(rows.join('\n')), 'goods/lamps.csv');
  zip.addBuffer(await picture('#b22'), 'goods/pictures/red.png');
  zip.addBuffer(await picture('#22b'), 'goods/pictures/blue.png');
  zip.end();
  const file = await buffer(zip.outputStream as Readable);

  const page = await signedIn('/admin/imports/new');
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: `lamps-${mark}.zip`, mimeType: 'application/zip', buffer: file });
  await page.waitForURL(/\/admin\/imports\/[0-9a-f-]{36}$/);
  await page.getByText('It has the columns of Shopify').waitFor();
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByText('All of it can be imported').waitFor();
  await page
    .getByText(/archive/)
    .first()
    .waitFor();
  await page.getByText('Imported all the same.').waitFor();
  await look(page, 'admin-import-zip');
  await page.getByRole('button', { name: 'Import 3 products' }).click();
  await page.getByText('All pictures are there').waitFor();
  await look(page, 'admin-import-zip-result');

  for (const at of [0, 1]) {
    await page.goto(`/products/zip-${mark}-${at}`);
    const shown = page.locator('main img').first();
    await shown.waitFor();
    expect(await shown.getAttribute('srcset')).toMatch(/w=400 400w, .*w=1600 1600w/);
    const decoded = "document.querySelector('main img').decode().then(() => true)";
    expect(await page.evaluate<boolean>(decoded)).toBe(true);
  }
  await page.goto(`/products/zip-${mark}-2`);
  await page.getByRole('heading', { name: `Zipped lamp ${mark} 2` }).waitFor();
}, 120_000);
