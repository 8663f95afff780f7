import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { buyOne, settled } from '../src/buy.ts';
import { tabTo } from '../src/by-keyboard.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const { signedIn } = browserFixture({ timeoutMs: 30_000 });
const dialog = (page: Page) => page.getByRole('dialog');
const timeline = (page: Page) => page.getByTestId('timeline');

test('an order is sent, refunded in part and noted by the keyboard alone', async () => {
  const client = createShopClient(origin);
  await client.signIn('shopper@quayside.test');
  await client.emptyBasket();
  const id = await buyOne(client);
  expect(await settled(client, id)).toBe('paid');
  const number = String((await client.order(id)).body.number);
  const page = await signedIn('/admin/overview');
  const { keyboard } = page;
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await keyboard.press('Control+k');
  await keyboard.type('orders');
  await page
    .getByRole('option', { name: /^Orders/ })
    .first()
    .waitFor();
  await keyboard.press('Enter');
  await page.waitForURL('**/admin/orders');
  await page.getByRole('heading', { level: 1, name: 'Orders' }).waitFor();
  await keyboard.press('/');
  await keyboard.type(number);
  await keyboard.press('Enter');
  await page.waitForURL(/q=QS-/);
  await tabTo(page, page.getByRole('link', { name: number }));
  await keyboard.press('Enter');
  await page.waitForURL(`**/admin/orders/${id}`);

  await tabTo(page, page.getByRole('button', { name: 'Ship a parcel' }));
  await keyboard.press('Enter');
  await tabTo(page, dialog(page).getByLabel('Carrier'));
  await keyboard.type('Ferry');
  await tabTo(page, dialog(page).getByRole('button', { name: 'Ship it' }));
  await keyboard.press('Enter');
  await page.getByTestId('order-status').getByText('Shipped', { exact: true }).waitFor();

  await tabTo(page, page.getByRole('button', { name: 'Refund', exact: true }));
  await keyboard.press('Enter');
  await tabTo(page, dialog(page).getByLabel('An amount besides'));
  await keyboard.type('1.00');
  await tabTo(page, dialog(page).getByLabel('Why'));
  await keyboard.type('Late');
  await tabTo(page, dialog(page).getByRole('button', { name: /^Refund \S*1\.00/ }));
  await keyboard.press('Space');
  await timeline(page).getByText('Refunded', { exact: true }).waitFor();
  // Whoever closes a dialog is where they opened it.
  await keyboard.press('Enter');
  await dialog(page).waitFor();
  await keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });

  await tabTo(page, page.getByLabel('Note for colleagues'));
  await keyboard.type('All by keyboard.');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await timeline(page).getByText('All by keyboard.').waitFor();
  expect(await barriersOf(page)).toEqual([]);
}, 150_000);
