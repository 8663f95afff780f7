import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { desktop, keepScreenshot } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const { signedIn, openPage } = browserFixture({ timeoutMs: 30_000 });
const merchandiser = 'merchandiser@quayside.test';
const run = Date.now().toString(36);

/** At the widths that people have: nothing keeps anybody out, and nothing is wider than the screen. */
const look = async (page: Page, name: string): Promise<void> => {
  const before = page.viewportSize() ?? desktop;
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: before.height });
    await keepScreenshot(page, `${name}-${width}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  }
  await page.setViewportSize(before);
  expect(await barriersOf(page)).toEqual([]);
};

describe('the shelf', () => {
  test('is counted, also by two at once, left, taken up again, and booked', async () => {
    const staff = createShopClient(origin);
    await staff.signIn(merchandiser);
    const level = (sku: string) => staff.ask('GET /api/v1/admin/catalog/stock', { query: { q: sku } });
    const { body: stock } = await staff.ask('GET /api/v1/admin/catalog/stock', {
      query: { sort: '-available', pageSize: 3 },
    });
    const [one, other, third] = stock.items;
    if (!one || !other || !third) throw new Error('The shop has stock');

    const page = await signedIn('/admin/stock', merchandiser);
    await page.getByRole('link', { name: 'Counts', exact: true }).click();
    await page.getByRole('link', { name: 'New count' }).click();
    await page.getByRole('button', { name: 'Make the sheet' }).click();
    await page.getByText('Give the sheet a name').waitFor();
    await page.getByLabel('Name').fill(`Shelf ${run}`);
    await page.getByLabel('SKUs or barcodes').check();
    await page.getByLabel('One in each line').fill(`${one.sku}\n${other.sku}`);
    await look(page, 'admin-count-new');
    await page.getByRole('button', { name: 'Make the sheet' }).click();
    await page.waitForURL(/\/admin\/stock\/counts\/[0-9a-f-]{36}$/);
    const path = new URL(page.url()).pathname;

    const figure = (on: Page, sku: string) => on.getByLabel(`Counted of ${sku}`);
    await figure(page, one.sku).fill(String(one.onHand - 2));
    await figure(page, one.sku).press('Enter');
    await page.getByTestId(`line-${one.sku}`).getByText('-2', { exact: true }).waitFor();

    // Somebody else has the sheet open and counts the same line.
    const id = path.split('/').at(-1) ?? '';
    await figure(page, other.sku).fill(String(other.onHand + 1));
    const meanwhile = await staff.ask('PUT /api/v1/admin/catalog/stock-takes/:id/counts', {
      params: { id },
      body: { lines: [{ code: other.sku, counted: other.onHand, version: 0 }] },
    });
    expect(meanwhile.status).toBe(200);
    await figure(page, other.sku).press('Enter');
    await page.getByText(`said ${other.onHand} meanwhile`).waitFor();
    await look(page, 'admin-count-meanwhile');
    await page.getByRole('button', { name: `Keep ${other.onHand + 1}` }).click();
    await page.getByTestId(`line-${other.sku}`).getByText('+1', { exact: true }).waitFor();

    await page
      .getByLabel('SKUs or barcodes with what was counted')
      .fill(`${third.sku} ${third.onHand}\n${one.sku} 1`);
    await page.getByRole('button', { name: 'Count these 2' }).click();
    await page.getByText('These are counted already').waitFor();
    await page.getByRole('button', { name: 'Count only the others' }).click();
    await page.getByTestId(`line-${third.sku}`).getByText('0', { exact: true }).first().waitFor();
    await page.context().close();

    const again = await signedIn(path, merchandiser);
    await again.getByText('3 of 3 counted, differences: 2 missing, 1 more').waitFor();
    await look(again, 'admin-count');
    await again.getByRole('button', { name: 'Book the count' }).click();
    await again.getByText('Say why: the journal keeps it').waitFor();
    await again.getByLabel('Reason').fill(`Count ${run}`);
    await again.getByRole('button', { name: 'Book the count' }).click();
    await again.getByRole('button', { name: 'Book it' }).click();
    await again.getByText(`Count ${run}`).first().waitFor();
    expect((await level(one.sku)).body.items[0]?.onHand).toBe(one.onHand - 2);
    await look(again, 'admin-count-booked');
    await again.goto('/admin/stock/counts?state=booked');
    await again.getByRole('link', { name: `Shelf ${run}` }).waitFor();
    await look(again, 'admin-counts');
    await again.context().close();
  }, 180_000);
});

describe('what means the same', () => {
  test('is said by a merchandiser, and the shop finds by it at once', async () => {
    const page = await signedIn('/admin/synonyms', merchandiser);
    await look(page, 'admin-synonyms');
    await page.getByRole('link', { name: 'New group' }).click();
    await page.getByLabel('Words and phrases').fill('alone');
    await page.getByRole('button', { name: 'Add the group' }).click();
    await page
      .getByText(/at least|>=2|small/i)
      .first()
      .waitFor();
    await page.getByLabel('Words and phrases').fill(`barometer\nweatherteller${run}`);
    await look(page, 'admin-synonyms-new');
    await page.getByRole('button', { name: 'Add the group' }).click();
    await page.waitForURL(/\/admin\/synonyms\/\d+$/);
    await look(page, 'admin-synonyms-group');
    const shop = await openPage(desktop);
    await shop.goto(`/catalog?q=weatherteller${run}`);
    await shop
      .getByText(/Barometer/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /Delete/ }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /Delete/ })
      .click();
    await page.waitForURL(/\/admin\/synonyms$/);
    await page.context().close();
  }, 120_000);
});
