import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { buyOne, settled } from '../src/buy.ts';
import { createMailCatcher } from '../src/mail-catcher.ts';
import { keepScreenshot, phone } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { signedIn } = browserFixture({ timeoutMs: 30_000 });

/** Two of an item and one of another, paid. */
const paidOrder = async () => {
  const client = createShopClient(theStack().origin);
  await client.signIn('shopper@quayside.test');
  await client.emptyBasket();
  const { body } = await client.items({ inStock: 'true', pageSize: 100 });
  const [, second] = body.items.toSorted((a, b) => b.availableStock - a.availableStock);
  await client.put(second?.id ?? 1, 2);
  const id = await buyOne(client);
  expect(await settled(client, id)).toBe('paid');
  const { number } = (await client.order(id)).body;
  return { client, id, number: String(number), twice: second?.name ?? '' };
};

const dialog = (page: Page) => page.getByRole('dialog');
const timeline = (page: Page) => page.getByTestId('timeline');

describe('an order in the hands of staff', () => {
  test('is found, sent in two parcels, refunded in part, and what was done is told', async () => {
    const { id, number, twice } = await paidOrder();
    const page = await signedIn('/admin/orders');
    await page.keyboard.press('/');
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=QS-/);
    expect(await barriersOf(page)).toEqual([]);
    await page.getByRole('link', { name: number }).click();
    await page.waitForURL(`**/admin/orders/${id}`);
    await timeline(page).getByText('Charged').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await keepScreenshot(page, 'desktop-admin-order');

    await page.getByRole('button', { name: 'Ship a parcel' }).click();
    await dialog(page).getByLabel(twice).fill('1');
    await dialog(page).getByLabel('Carrier').fill('Post');
    expect(await barriersOf(page)).toEqual([]);
    await keepScreenshot(page, 'desktop-admin-ship');
    await dialog(page).getByRole('button', { name: 'Ship it' }).click();
    await page.getByTestId('order-status').getByText('Partly shipped').waitFor();
    await page.getByRole('button', { name: 'Ship a parcel' }).click();
    await dialog(page).getByRole('button', { name: 'Ship it' }).click();
    await page.getByTestId('order-status').getByText('Shipped', { exact: true }).waitFor();
    await timeline(page).getByText('Parcel sent').nth(1).waitFor();

    await page.getByRole('button', { name: 'Refund', exact: true }).click();
    await dialog(page).getByLabel('An amount besides').fill('1.000,00');
    await dialog(page).getByText('cannot be read for certain').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await dialog(page).getByLabel('An amount besides').fill('1,000,000.00');
    await dialog(page).getByLabel('Why').fill('Scratched');
    await dialog(page).getByRole('button', { name: 'Refund $1,000,0' }).click();
    await dialog(page).getByRole('alert').getByText('is more than').waitFor();
    await dialog(page).getByLabel('An amount besides').fill('');
    await dialog(page).getByLabel(twice).fill('1');
    await dialog(page)
      .getByRole('button', { name: /^Refund \$/ })
      .click();
    await timeline(page).getByText('Refunded').waitFor();
    await page.setViewportSize(phone);
    await keepScreenshot(page, 'phone-admin-order');

    await page.goto('/admin/audit?entity=order');
    const entries = page.getByTestId(`entry-order-${id}`);
    await entries.first().waitFor();
    expect(await entries.allInnerTexts()).toEqual(
      expect.arrayContaining([
        expect.stringContaining('refund-begun'),
        expect.stringContaining('shipment-shipped'),
      ]),
    );
  }, 150_000);

  test('is sent and noted by keyboard alone, found by the palette', async () => {
    const { id, number } = await paidOrder();
    const page = await signedIn('/admin/orders');
    await page.keyboard.press('Control+k');
    await page.keyboard.type(number);
    await page.getByRole('option', { name: number }).waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/admin/orders/${id}`);
    await page.getByRole('button', { name: 'Ship a parcel' }).focus();
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
    // In a field of the dialog: Enter confirms it as it stands, with all that is left.
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByTestId('order-status').getByText('Shipped', { exact: true }).waitFor();
    await page.getByLabel('Note for colleagues').focus();
    await page.keyboard.type('Left with the neighbour.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await timeline(page).getByText('Left with the neighbour.').waitFor();
  }, 90_000);

  test('goes elsewhere as long as nothing is packed', async () => {
    const { id } = await paidOrder();
    const page = await signedIn(`/admin/orders/${id}`);
    await page.getByRole('button', { name: 'Change the address' }).click();
    await dialog(page).getByLabel('Street and house').fill('4');
    await dialog(page).getByRole('button', { name: 'Send it there' }).click();
    await dialog(page).getByText('A number alone leads nowhere').waitFor();
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await keepScreenshot(page, `admin-address-${width}`);
      expect(await barriersOf(page)).toEqual([]);
    }
    await dialog(page).getByLabel('Street and house').fill('4 Elsewhere Quay');
    await dialog(page).getByRole('button', { name: 'Send it there' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByText('4 Elsewhere Quay').waitFor();
    await timeline(page).getByText('Address changed').waitFor();
    await page.getByRole('button', { name: 'Ship a parcel' }).click();
    await dialog(page).getByRole('button', { name: 'Ship it' }).click();
    await page.getByRole('button', { name: 'Change the address' }).waitFor({ state: 'detached' });
  }, 90_000);

  test('goes out with others that were chosen, and each says what became of it', async () => {
    const [one, other, late] = [await paidOrder(), await paidOrder(), await paidOrder()];
    const page = await signedIn('/admin/orders');
    for (const { number } of [one, other, late])
      await page.getByRole('checkbox', { name: `order ${number}` }).check();
    const staff = createShopClient(theStack().origin);
    await staff.signIn('support@quayside.test');
    const params = { id: late.id };
    const { headers } = await staff.ask('GET /api/v1/staff/orders/:id', { params });
    const cancelled = await staff.ask('POST /api/v1/staff/orders/:id/cancel', {
      params,
      headers: { 'if-match': headers.get('etag') ?? '' },
      body: { reason: 'Sold out' },
    });
    expect(cancelled.status).toBe(200);
    await page.getByRole('button', { name: 'Ship 3' }).click();
    await dialog(page).getByLabel('Carrier').fill('Ferry');
    await dialog(page).getByLabel('Tracking numbers').fill('QS-0000-0000, 1');
    await dialog(page).getByRole('button', { name: 'Ship them' }).click();
    await dialog(page).getByText('none of the orders that you chose').waitFor();
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await keepScreenshot(page, `admin-ship-many-${width}`);
      expect(await barriersOf(page)).toEqual([]);
    }
    await dialog(page).getByLabel('Tracking numbers').fill(`${one.number}, F-${one.number}\n`);
    await dialog(page).getByRole('button', { name: 'Ship them' }).click();
    await dialog(page).getByText('2 of 3 sent.').waitFor();
    await dialog(page).getByText('Changed since you read the list').waitFor();
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await keepScreenshot(page, `admin-shipped-many-${width}`);
      expect(await barriersOf(page)).toEqual([]);
    }
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    const sent = await one.client.order(one.id);
    expect(sent.body.shipments).toMatchObject([{ carrier: 'Ferry', tracking: `F-${one.number}` }]);
    expect((await other.client.order(other.id)).body.status).toBe('shipped');
  }, 150_000);

  test('shows its mails, and sends one again', async () => {
    const { id, number } = await paidOrder();
    const page = await signedIn(`/admin/orders/${id}`, 'support@quayside.test');
    await timeline(page).getByText('Mail: order confirmed').waitFor();
    await page.getByRole('button', { name: 'Send again: Mail: order confirmed' }).click();
    await timeline(page).getByText('Sent · sent again once by staff').waitFor();
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await keepScreenshot(page, `admin-order-mails-${width}`);
      expect(await barriersOf(page)).toEqual([]);
    }
    const mails = await createMailCatcher(theStack()).mails();
    expect(mails.filter(({ subject }) => subject === `Your order ${number} is confirmed`)).toHaveLength(2);
  }, 90_000);

  test('that a colleague changed meanwhile says so, and nothing is done twice', async () => {
    const { id } = await paidOrder();
    const page = await signedIn(`/admin/orders/${id}`);
    // What the colleague does is not told to this page.
    await page.route('**/api/v1/staff/orders/events**', (route) => route.abort());
    await page.reload();
    await page.getByRole('button', { name: 'Ship a parcel' }).click();
    const other = await page.context().newPage();
    await other.goto(`/admin/orders/${id}`);
    await other.getByRole('button', { name: 'Ship a parcel' }).click();
    await dialog(other).getByRole('button', { name: 'Ship it' }).click();
    await other.getByTestId('order-status').getByText('Shipped', { exact: true }).waitFor();
    await dialog(page).getByRole('button', { name: 'Ship it' }).click();
    await page.getByText('The order changed while you looked at it').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await keepScreenshot(page, 'desktop-admin-order-stale');
    await other.close();
  }, 90_000);
});
