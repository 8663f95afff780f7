import type { Order } from '@quayside/contracts';
import { breakdownFaults } from '@quayside/contracts/money';
import { describe, expect, test } from '@jest/globals';
import { waitUntil } from '@quayside/testkit';
import type { Page } from 'playwright-core';
import { fillCard, orderStatus, signInOnPage } from '../src/purchase-page.ts';
import { keepScreenshot } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const visitor = browserFixture({ timeoutMs: 60_000 });
const textOf = (page: Page, testId: string) => page.getByTestId(testId).first().innerText();

describe('a purchase in euros to Austria', () => {
  test('shows its tax, its shipping and its total alike in basket, checkout and order', async () => {
    const page = await visitor.openPage();
    await page.goto('/auth/login?returnTo=/catalog?inStock=true');
    await signInOnPage(page, 'shopper@quayside.test');
    await page.waitForURL('**/catalog**');
    await page.locator('main a[href^="/products/"]').first().click();
    await page.waitForURL('**/products/**');
    const product = page.url();
    await page.getByRole('button', { name: 'Add to basket' }).click();
    await page.getByRole('link', { name: 'Go to the basket' }).click();
    await page.waitForURL('**/basket');

    await page.getByLabel('Send to').selectOption('AT');
    await page.getByTestId('total').filter({ hasText: '€' }).waitFor();
    const total = await textOf(page, 'total');
    const tax = await textOf(page, 'tax');
    expect(await page.getByTestId('price').innerText()).toMatch(/VAT 20%, included[\s\S]*€/);
    expect(await page.getByTestId('price').innerText()).toContain('2–4 working days');
    await keepScreenshot(page, 'desktop-basket-euro');

    await page.getByRole('link', { name: /check ?out/i }).click();
    await page.waitForURL('**/checkout');
    await page.getByLabel('Street and house').fill('Am Kai 1');
    await page.getByLabel('Postal code').fill('4020');
    await page.getByLabel('Town').fill('Linz');
    await page.getByRole('button', { name: 'Use this address' }).click();
    await fillCard(page, '4242 4242 4242 4242');
    await page.getByTestId('place-order').waitFor();
    expect([await textOf(page, 'total'), await textOf(page, 'tax')]).toEqual([total, tax]);
    await keepScreenshot(page, 'desktop-checkout-euro');
    await page.getByTestId('place-order').click();

    await page.waitForURL('**/orders/*');
    await orderStatus(page, 'paid').waitFor({ state: 'attached' });
    expect([await textOf(page, 'total'), await textOf(page, 'tax')]).toEqual([total, tax]);
    expect(await page.getByTestId('price').innerText()).toContain('2–4 working days');
    await keepScreenshot(page, 'desktop-order-euro');

    await page.goto(product);
    expect(await textOf(page, 'price')).toContain('€');
  });
});

describe('an order', () => {
  test('is charged what its breakdown adds up to, with the tax of the state it goes to', async () => {
    const client = createShopClient(origin);
    await client.signIn('shopper@quayside.test');
    await client.emptyBasket();
    const { body: page } = await client.items({ pageSize: '1', inStock: 'true' });
    const item = page.items[0];
    if (!item) throw new Error('nothing is in stock');
    await client.put(item.id, 1);
    const chosen = await client.call<{ terms: object }>('PUT', '/api/v1/basket/terms', {
      body: { country: 'US', state: 'California' },
    });
    expect(chosen.body.terms).toMatchObject({ country: 'US', state: 'CA', currency: 'USD' });
    const answer = await client.call<{ orderId: string }>('POST', '/api/v1/basket/checkout', {
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: {
        shippingAddress: {
          ...{ name: 'Ida Marsh', street: '1 Pier', city: 'Monterey', postalCode: '93940' },
          ...{ state: 'CA', country: 'US' },
        },
        paymentToken: 'tok_ok',
      },
    });
    expect(answer.status).toBe(202);
    const order = await paidOrder(client, answer.body.orderId);
    expect(breakdownFaults(order.price)).toEqual([]);
    expect(order.price.lines[0]?.taxes).toMatchObject([{ name: 'Sales tax', rate: 725, included: false }]);
    expect(order.payment.charged).toEqual(order.price.totals.total);
  });

  test('to where the shop does not sell is refused with its own code', async () => {
    const client = createShopClient(origin);
    const answer = await client.call<{ code: string }>('PUT', '/api/v1/basket/terms', {
      body: { country: 'ZA' },
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'country-not-sold-to']);
  });
});

/** The order once it is paid. */
const paidOrder = async (client: ReturnType<typeof createShopClient>, id: string): Promise<Order> =>
  waitUntil(
    async () => {
      const { status, body } = await client.order(id);
      return status === 200 && body.status === 'paid' ? body : undefined;
    },
    { describe: `order ${id} to be paid`, timeoutMs: 30_000 },
  );
