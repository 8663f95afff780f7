import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { buyOne, settled } from '../src/buy.ts';
import { eventually } from '../src/control.ts';
import { keepScreenshot, phone } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { signedIn } = browserFixture({ timeoutMs: 30_000 });

const paidOrder = async () => {
  const client = createShopClient(theStack().origin);
  await client.signIn('shopper@quayside.test');
  await client.emptyBasket();
  const id = await buyOne(client);
  expect(await settled(client, id)).toBe('paid');
  const invoice = await eventually('the invoice', async () => (await client.order(id)).body.invoices?.[0]);
  return { client, id, invoice: invoice?.number ?? '', number: (await client.order(id)).body.number };
};

/** The file behind a link, asked for as the page would. */
const fileOf = async (page: Page, name: RegExp) => {
  const href = (await page.getByRole('link', { name }).first().getAttribute('href')) ?? '';
  const answer = await page.context().request.get(new URL(href, theStack().origin).href);
  return { status: answer.status(), type: answer.headers()['content-type'], bytes: await answer.body() };
};
const pdf = { status: 200, type: 'application/pdf' };

test('a buyer has the invoice on the page of their order, in both languages', async () => {
  const { id, invoice } = await paidOrder();
  const page = await signedIn(`/orders/${id}`, 'shopper@quayside.test');
  await page.getByRole('link', { name: new RegExp(`^Invoice ${invoice}`) }).waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await keepScreenshot(page, 'desktop-order-invoice');
  const [english, german] = [await fileOf(page, /^Invoice INV-/), await fileOf(page, /^auf Deutsch/)];
  expect([english, german]).toMatchObject([pdf, pdf]);
  expect(english.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(german.bytes.equals(english.bytes)).toBe(false);
  await page.setViewportSize(phone);
  await keepScreenshot(page, 'phone-order-invoice');
}, 90_000);

test('staff print slips and invoices of several orders, and find invoices and credit notes of a period', async () => {
  const [first, second] = [await paidOrder(), await paidOrder()];
  const page = await signedIn('/admin/orders');
  for (const { number } of [first, second])
    await page.getByRole('checkbox', { name: `Select order ${number}` }).check();
  expect(await barriersOf(page)).toEqual([]);
  await keepScreenshot(page, 'desktop-admin-orders-print');
  for (const name of [/^Packing slips/, /^Invoices of/]) {
    const file = await fileOf(page, name);
    expect(file).toMatchObject(pdf);
    expect(file.bytes.toString('latin1').match(/\/Type \/Page\n/g)).toHaveLength(2);
  }

  await page.goto(`/admin/orders/${first.id}`);
  await page.getByRole('button', { name: 'Refund', exact: true }).click();
  await page.getByRole('dialog').getByLabel('An amount besides').fill('1.00');
  await page.getByRole('dialog').getByLabel('Why').fill('A scratch');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Refund \$/ })
    .click();
  await page.getByRole('link', { name: /^Credit note CN-/ }).waitFor();
  await page.getByRole('button', { name: 'Ship a parcel' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ship it' }).click();
  await page.getByRole('link', { name: /^Packing slip 1/ }).waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await keepScreenshot(page, 'desktop-admin-order-papers');
  expect(await fileOf(page, /^Packing slip 1/)).toMatchObject(pdf);
  expect(await fileOf(page, /^Credit note CN-/)).toMatchObject(pdf);

  await page.goto(`/admin/invoices?q=${first.number}`);
  await page.getByText(first.invoice, { exact: true }).waitFor();
  expect(await page.locator('tbody tr').count()).toBe(2);
  expect(await fileOf(page, /^PDF of CN-/)).toMatchObject(pdf);
  await page.goto('/admin/invoices');
  await page.getByText('This month').click();
  await page.waitForURL(/from=/);
  expect(await barriersOf(page)).toEqual([]);
  await keepScreenshot(page, 'desktop-admin-invoices');
  const csv = await fileOf(page, /As CSV/);
  expect(csv).toMatchObject({ status: 200, type: 'text/csv; charset=utf-8' });
  expect(csv.bytes.toString()).toContain(first.invoice);
  await page.setViewportSize(phone);
  await keepScreenshot(page, 'phone-admin-invoices');
  await page.emulateMedia({ colorScheme: 'dark' });
  await keepScreenshot(page, 'phone-dark-admin-invoices');
}, 150_000);
