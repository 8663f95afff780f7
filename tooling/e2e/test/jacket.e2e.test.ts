import { expect, test } from '@jest/globals';
import { textOfPdf } from '@quayside/testkit';
import type { Page } from 'playwright-core';
import { eventually } from '../src/control.ts';
import { goOnAs } from '../src/go-on-as.ts';
import { look } from '../src/look.ts';
import { fillCard, orderStatus } from '../src/purchase-page.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const { openPage } = browserFixture({ timeoutMs: 30_000 });

const run = Date.now().toString(36);
const jacket = {
  name: `Ketch Jacket ${run}`,
  colours: ['Marine', 'Rust'],
  sizes: ['S', 'M', 'L'],
  cents: 24_900,
};
const cap = { name: `Watch Cap ${run}`, cents: 1_800 };
const soldOut = ['Rust', 'L'];

const euros = (cents: number): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'EUR' }).format(cents / 100);

/** Of an amount that it is part of. */
const austrianTax = (cents: number): number => Math.round((cents * 20) / 120);

const staff = createShopClient(origin);

interface Made {
  readonly name: string;
  readonly cents: number;
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly made: readonly (readonly string[])[];
}

/** Makes a product and puts five of each variant on the shelf, but for what is sold out. */
const stock = async ({ name, cents, options, made }: Made): Promise<string> => {
  // In no category that a campaign of the demo makes cheaper.
  const { body: tree } = await staff.ask('GET /api/v1/admin/catalog/categories', {});
  const categoryId = tree.items.find((category) => category.slug === 'knitwear')?.id ?? 0;
  const slug = name.toLowerCase().replaceAll(' ', '-');
  const { body: draft } = await staff.ask('POST /api/v1/admin/catalog/products', {
    body: { slug, name, description: 'Keeps the spray out.', brandId: 1, categoryId },
  });
  const params = { id: draft.id };
  const { body: whole } = await staff.ask('PUT /api/v1/admin/catalog/products/:id', {
    ...{ params, headers: { 'if-match': `"v${draft.version}"` } },
    body: {
      options: options.map((option) => ({ name: option.name, values: [...option.values] })),
      variants: made.map((optionValues, at) => ({
        sku: `${run}-${slug.slice(0, 5)}-${at}`.toUpperCase(),
        optionValues: [...optionValues],
        prices: [
          { currency: 'EUR', amount: cents },
          { currency: 'USD', amount: cents + 1_100 },
        ],
      })),
    },
  });
  for (const { itemId, optionValues } of whole.variants) {
    if (optionValues.join() === soldOut.join()) continue;
    const { status } = await staff.ask('POST /api/v1/catalog/items/:id/stock-adjustments', {
      params: { id: itemId },
      body: { delta: 5, reason: 'delivery' },
    });
    expect(status).toBe(200);
  }
  const { status } = await staff.ask('PUT /api/v1/admin/catalog/products/:id/status', {
    ...{ params, headers: { 'if-match': `"v${whole.version}"` }, body: { status: 'active' } },
  });
  expect(status).toBe(200);
  return `/products/${slug}`;
};

const option = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const textOf = (page: Page, testId: string) => page.getByTestId(testId).first().innerText();

/** What a page says an order of these goods comes to. */
const expectPrice = async (page: Page, shipping: number): Promise<void> => {
  const total = jacket.cents + cap.cents + shipping;
  await page
    .getByTestId('total')
    .filter({ hasText: euros(total) })
    .first()
    .waitFor();
  expect(await textOf(page, 'tax')).toBe(euros(austrianTax(total)));
  expect(await textOf(page, 'price')).toContain('VAT 20%, included');
};

/** What is written on the paper behind a link. */
const paperAt = async (page: Page, name: RegExp): Promise<string> => {
  const href = (await page.getByRole('link', { name }).first().getAttribute('href')) ?? '';
  const answer = await page.context().request.get(new URL(href, origin).href);
  return textOfPdf(await answer.body()).join('\n');
};
const plain = (cents: number): string => (cents / 100).toFixed(2);
const written = (cents: number): string => `EUR ${plain(cents)}`;

const addToBasket = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await page.getByText('It is in your basket.').waitFor();
};

test('a jacket of three sizes and two colours is bought in euros to Austria, declined, paid by another card and refunded in part', async () => {
  await staff.signIn('admin@quayside.test');
  const jacketPage = await stock({
    ...jacket,
    options: [
      { name: 'Colour', values: jacket.colours },
      { name: 'Size', values: jacket.sizes },
    ],
    made: jacket.colours.flatMap((colour) => jacket.sizes.map((size) => [colour, size])),
  });
  const capPage = await stock({ ...cap, options: [], made: [[]] });

  const buyer = createShopClient(origin);
  await buyer.register('Resi Gruber', `jacket-${run}@example.com`, 'seegras und weite brise');
  const page = await openPage();
  await goOnAs(page.context(), buyer, origin);
  await page.goto(jacketPage);
  await option(page, 'Colour').getByRole('link', { name: 'Rust' }).click();
  await option(page, 'Size').getByRole('link', { name: 'L, out of stock', exact: true }).click();
  await page.getByText('Out of stock', { exact: true }).first().waitFor();
  expect(await page.getByRole('button', { name: 'Add to basket' }).count()).toBe(0);
  await look(page, 'jacket-sold-out');
  await option(page, 'Size').getByRole('link', { name: 'M', exact: true }).click();
  await option(page, 'Size').locator('[aria-current="true"]', { hasText: 'M' }).waitFor();
  await addToBasket(page);
  await look(page, 'jacket-chosen');
  await page.goto(capPage);
  await addToBasket(page);

  await page.goto('/basket');
  await page.getByLabel('Send to').selectOption('AT');
  await page.getByTestId('total').filter({ hasText: '€' }).first().waitFor();
  await page.getByText('Rust, M').first().waitFor();
  const { price } = (await buyer.basket()).body;
  // Orders as large are sent for nothing.
  const shipping = 0;
  expect(price.totals.shipping).toEqual({ amount: shipping, currency: 'EUR' });
  await expectPrice(page, shipping);
  await look(page, 'jacket-basket');

  await page.goto('/checkout');
  await page.getByLabel('Street and house').fill('Am Kai 1');
  await page.getByLabel('Postal code').fill('4020');
  await page.getByLabel('Town').fill('Linz');
  await page.getByRole('button', { name: 'Use this address' }).click();
  await fillCard(page, '4000 0000 0000 0002');
  await page.getByTestId('place-order').waitFor();
  await expectPrice(page, shipping);
  await page.getByTestId('place-order').click();
  await page.waitForURL('**/orders/*');
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await orderStatus(page, 'payment-declined').waitFor({ state: 'attached' });
  await expectPrice(page, shipping);
  await look(page, 'jacket-declined');
  await page.getByRole('button', { name: 'Pay again' }).click();
  await fillCard(page, '4242 4242 4242 4242');
  await orderStatus(page, 'paid').waitFor({ state: 'attached' });
  const total = jacket.cents + cap.cents + shipping;
  const { number } = (await buyer.order(id)).body;

  const office = await page.context().browser()?.newContext({ baseURL: origin, locale: 'en-US' });
  if (!office) throw new Error('no browser');
  await goOnAs(office, staff, origin);
  const desk = await office.newPage();
  await desk.goto(`/admin/orders/${id}`);
  await desk
    .getByTestId('total')
    .filter({ hasText: euros(total) })
    .first()
    .waitFor();
  await desk.getByRole('button', { name: 'Refund', exact: true }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel(cap.name).fill('1');
  await dialog.getByLabel('Why').fill('It is too small');
  await dialog.getByRole('button', { name: `Refund ${euros(cap.cents)}` }).click();
  await desk.getByTestId('timeline').getByText('Refunded', { exact: true }).waitFor();
  await desk
    .getByTestId('invoices')
    .getByText(`−${euros(cap.cents)}`)
    .waitFor();
  await look(desk, 'jacket-at-the-desk');
  await desk.goto(`/admin/invoices?q=${number}`);
  await desk.getByRole('cell', { name: `−${euros(cap.cents)}` }).waitFor();
  await office.close();

  await eventually('the credit note', async () => ((await buyer.order(id)).body.invoices ?? []).length === 2);
  await page.reload();
  await page
    .getByTestId('refunded')
    .filter({ hasText: euros(cap.cents) })
    .first()
    .waitFor();
  await expectPrice(page, shipping);
  const papers = page.getByTestId('invoices');
  await papers.getByText(euros(total), { exact: true }).waitFor();
  await papers.getByText(`−${euros(cap.cents)}`, { exact: true }).waitFor();
  const invoice = await paperAt(page, /^Invoice INV-/);
  for (const said of [jacket.name, cap.name, written(total), plain(austrianTax(total))])
    expect(invoice).toContain(said);
  const note = await paperAt(page, /^Credit note CN-/);
  for (const said of [cap.name, written(cap.cents), plain(austrianTax(cap.cents))])
    expect(note).toContain(said);
  expect(note).not.toContain(jacket.name);
  await look(page, 'jacket-refunded');
  await page.goto('/orders');
  const row = page.getByRole('article').filter({ hasText: number });
  expect(await row.innerText()).toContain(euros(total));

  const { body: order } = await buyer.order(id);
  expect(order.payment).toMatchObject({
    charged: { amount: total, currency: 'EUR' },
    refunded: { amount: cap.cents, currency: 'EUR' },
  });
  expect(order.price.totals.tax.amount).toBe(austrianTax(total));
}, 240_000);
