import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../src/control.ts';
import { look } from '../src/look.ts';
import { orderStatus, signInAndOrder } from '../src/purchase-page.ts';
import { nameOf, shopifyFile, skuOf } from '../src/shopify-file.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const { openPage, signedIn } = browserFixture({ timeoutMs: 30_000 });
const mark = Date.now().toString(36);
const [lamp, rope] = [0, 1].map((at) => ({
  name: nameOf(mark, at),
  sku: skuOf(mark, at),
  slug: `week-${mark}-${at}`,
})) as [{ name: string; sku: string; slug: string }, { name: string; sku: string; slug: string }];
const dialog = (page: Page) => page.getByRole('dialog');
const timeline = (page: Page) => page.getByTestId('timeline');
/** Of the order that the week is about. */
let order: { id: string; number: string };
let figures: { orders: number; refunded: number; returned: number };

const sums = async (page: Page) => {
  const answer = await page.request.get('/api/v1/admin/marketing/sales?days=1&currency=USD');
  return ((await answer.json()) as { sums: typeof figures }).sums;
};

beforeAll(async () => {
  const page = await signedIn('/admin/overview');
  figures = await sums(page);
  await page.context().close();
}, 60_000);

describe('a working week', () => {
  test('on Monday 500 products come from a file of Shopify, faulty rows mended, and go into the shop', async () => {
    const { text, faulty } = shopifyFile(mark, 500, 100);
    const page = await signedIn('/admin/imports/new', 'merchandiser@quayside.test');
    await page
      .getByLabel('Choose a file')
      .setInputFiles({ name: `week-${mark}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.waitForURL(/\/admin\/imports\/[0-9a-f-]{36}$/);
    await page.getByText('It has the columns of Shopify').waitFor();
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByText(`${faulty.length} products will be left out`).waitFor();
    await look(page, 'week-import-faults');
    // The first row of the file is that of the headings.
    for (const at of faulty) await page.getByLabel(`Row ${at + 2}, Variant Price`).fill('31.50');
    await page.getByRole('button', { name: `Check again with ${faulty.length} mended cells` }).click();
    await page.getByText('Nothing is wrong with it').waitFor();
    await page.getByRole('button', { name: 'Import 500 products' }).click();
    await page.getByText('Imported', { exact: true }).waitFor({ timeout: 90_000 });

    await page.goto(`/admin/products?q=${encodeURIComponent(`Week ${mark}`)}&status=draft`);
    await page.getByText(/^500 products/).waitFor();
    await page.getByLabel('Select all products of this page').check();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await dialog(page).getByRole('button', { name: 'Change 25' }).click();
    await page.waitForURL(/\/admin\/jobs\/[0-9a-f-]+$/);
    await page.getByText('Done', { exact: true }).waitFor();
    await page.goto(`/admin/products?q=${encodeURIComponent(`Week ${mark}`)}&status=active`);
    await page.getByText(/^25 products/).waitFor();
    await look(page, 'week-published');
  }, 240_000);

  test('on Tuesday a delivery is received by its pasted SKUs, and both can be bought', async () => {
    const page = await signedIn('/admin/stock/receive', 'merchandiser@quayside.test');
    await page.getByLabel('Delivery note').fill(`WEEK-${mark}`);
    await page.getByLabel('Lines').fill(`${lamp.sku}\t40\r\n${rope.sku}\t40\r\n`);
    await page.getByText('2 variants, 80 units').waitFor();
    await page.getByRole('button', { name: 'Book the delivery' }).click();
    await page.getByText(new RegExp(`${lamp.sku}, .*: 40 on hand`)).waitFor();
    await page.goto(`/admin/stock?q=${lamp.sku}`);
    await page.getByRole('link', { name: lamp.sku }).waitFor();
    await eventually('both in the shop', async () => {
      const answers = await Promise.all(
        [lamp, rope].map(({ slug }) => page.request.get(`/products/${slug}`).then((answer) => answer.text())),
      );
      return answers.every((text) => text.includes('Add to basket'));
    });
  }, 120_000);

  test('on Wednesday a shopper buys two of one and one of another', async () => {
    const client = createShopClient(origin);
    await client.signIn('shopper@quayside.test');
    await client.emptyBasket();
    const page = await openPage();
    for (const { slug, name, twice } of [
      { ...lamp, twice: true },
      { ...rope, twice: false },
    ]) {
      await page.goto(`/products/${slug}`);
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.getByRole('button', { name: 'Add to basket' }).click();
      await page.getByText('It is in your basket.').waitFor();
      if (!twice) continue;
      await page.getByRole('button', { name: 'Add to basket' }).click();
      await page.getByText('Your basket now holds 2 of these.').waitFor();
    }
    await page.goto('/checkout');
    await signInAndOrder(page);
    await orderStatus(page, 'paid').waitFor({ state: 'attached' });
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const { body } = await client.order(id);
    expect(body.items.map(({ quantity }) => quantity).toSorted()).toEqual([1, 2]);
    order = { id, number: String(body.number) };
  }, 150_000);

  test('on Thursday support sends it in two parcels and refunds one line', async () => {
    const page = await signedIn(`/admin/orders?q=${order.number}`, 'support@quayside.test');
    await page.getByRole('link', { name: order.number }).click();
    await page.waitForURL(`**/admin/orders/${order.id}`);
    await page.getByRole('button', { name: 'Ship a parcel' }).click();
    await dialog(page).getByLabel(lamp.name).fill('1');
    await dialog(page).getByLabel('Carrier').fill('Ferry');
    await dialog(page).getByRole('button', { name: 'Ship it' }).click();
    await page.getByTestId('order-status').getByText('Partly shipped').waitFor();
    await page.getByRole('button', { name: 'Ship a parcel' }).click();
    await dialog(page).getByRole('button', { name: 'Ship it' }).click();
    await page.getByTestId('order-status').getByText('Shipped', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Refund', exact: true }).click();
    await dialog(page).getByLabel(lamp.name).fill('1');
    await dialog(page).getByLabel('Why').fill('Glass cracked on the way');
    await dialog(page)
      .getByRole('button', { name: /^Refund \S*\d/ })
      .click();
    await timeline(page).getByText('Refunded', { exact: true }).waitFor();
    for (const parcel of [1, 2]) {
      await page.getByRole('button', { name: `Parcel ${parcel} has arrived` }).click();
      await dialog(page).getByRole('button', { name: 'It has arrived' }).click();
      await dialog(page).waitFor({ state: 'detached' });
    }
    await timeline(page).getByText('Parcel delivered').nth(1).waitFor();
    await look(page, 'week-order');
  }, 150_000);

  test('on Friday the shopper sends one back, and support takes it in', async () => {
    const shopper = await signedIn(`/orders/${order.id}`, 'shopper@quayside.test');
    await shopper.getByRole('button', { name: 'Send something back' }).click();
    await shopper.getByRole('button', { name: 'Ask to send it back' }).click();
    await shopper.getByText('Say what is wrong with it.').waitFor();
    await shopper.getByLabel(rope.name).fill('1');
    await shopper.getByLabel('What is wrong with it?').fill('Too long');
    await shopper.getByRole('button', { name: 'Ask to send it back' }).click();
    await shopper.getByRole('button', { name: 'Ask to send it back' }).waitFor({ state: 'detached' });
    // Where the form was, and not only beside the parcels.
    await shopper.getByRole('status').filter({ hasText: 'We look at it' }).waitFor();
    await look(shopper, 'week-return-asked');
    await shopper.context().close();

    const page = await signedIn(`/admin/orders/${order.id}`, 'support@quayside.test');
    for (const [label, confirm] of [
      ['Approve', 'Approve the return'],
      ['Receive', 'Receive the return'],
      ['Refund the return', 'Refund what they were paid with'],
    ] as const) {
      await page.getByRole('button', { name: label, exact: true }).click();
      await dialog(page).getByRole('button', { name: confirm }).click();
      await dialog(page).waitFor({ state: 'detached' });
    }
    await timeline(page).getByText('Refunded', { exact: true }).nth(1).waitFor();
    await look(page, 'week-return');
  }, 150_000);

  test('in the end all of it stands in the audit log, and in the overview', async () => {
    const page = await signedIn(`/admin/audit?entity=order&entityId=${order.id}`);
    const entries = page.getByTestId(`entry-order-${order.id}`);
    await entries.first().waitFor();
    const said = (await entries.allInnerTexts()).join('\n');
    for (const action of [
      'shipment-prepared',
      'shipment-shipped',
      'shipment-delivered',
      'refund-begun',
      'return-approved',
      'return-received',
    ])
      expect(said).toContain(action);
    await look(page, 'week-audit');
    await page.goto('/admin/audit?entity=import');
    await page
      .getByTestId(/^entry-import-/)
      .filter({ hasText: `week-${mark}.csv` })
      .first()
      .waitFor();
    await page.goto(`/admin/stock?q=${rope.sku}`);
    await page.getByRole('link', { name: rope.sku }).click();
    await page.getByText(`WEEK-${mark}`).first().waitFor();

    await page.goto('/admin/overview?span=7');
    await eventually('the order in the figures', async () => {
      const { orders, refunded, returned } = await sums(page);
      return orders > figures.orders && refunded > figures.refunded && returned > figures.returned;
    });
    await page.reload();
    expect(await page.getByTestId('figure-returned').innerText()).not.toBe('0');
    await page.getByTestId('funnel-paid').waitFor();
    await look(page, 'week-overview');
  }, 120_000);
});

describe('what is not theirs is not shown, and refused', () => {
  test('to support', async () => {
    const desk = createShopClient(origin);
    await desk.signIn('support@quayside.test');
    const refused = async (method: string, path: string, body?: object) =>
      expect([path, (await desk.call(method, path, { body })).status]).toEqual([path, 403]);
    await refused('GET', '/api/v1/admin/catalog/products');
    await refused('POST', '/api/v1/admin/catalog/products/bulk', { ids: [1], action: { type: 'publish' } });
    await refused('GET', '/api/v1/admin/marketing/sales');
    await refused('GET', '/api/v1/admin/marketing/funnel');
    const page = await signedIn('/admin/orders', 'support@quayside.test');
    for (const path of ['/admin/overview', '/admin/imports/new', '/admin/stock/receive', '/admin/audit']) {
      expect([path, (await page.goto(path))?.status()]).toEqual([path, 403]);
      await page.getByRole('heading', { name: 'Not open to your role' }).waitFor();
    }
    await page.keyboard.press('Control+k');
    await page.keyboard.type('overview');
    await page.getByText('Nothing goes by that name').waitFor();
  }, 90_000);

  test('to who keeps the catalog', async () => {
    const desk = createShopClient(origin);
    await desk.signIn('merchandiser@quayside.test');
    const refused = async (method: string, path: string, body?: object) =>
      expect([path, (await desk.call(method, path, { body })).status]).toEqual([path, 403]);
    await refused('GET', `/api/v1/staff/orders/${order.id}`);
    await refused('POST', `/api/v1/staff/orders/${order.id}/refunds`, {
      amount: { amount: 1, currency: 'EUR' },
    });
    await refused('GET', '/api/v1/admin/marketing/funnel');
    const page = await signedIn('/admin/products', 'merchandiser@quayside.test');
    for (const path of [
      '/admin/overview',
      `/admin/orders/${order.id}`,
      '/admin/customers',
      '/admin/invoices',
    ]) {
      expect([path, (await page.goto(path))?.status()]).toEqual([path, 403]);
      await page.getByRole('heading', { name: 'Not open to your role' }).waitFor();
    }
    await page.goto('/admin/products');
    await page.keyboard.press('Control+k');
    await page.keyboard.type(order.number);
    await page.getByText('Nothing goes by that name').waitFor();
  }, 90_000);
});
