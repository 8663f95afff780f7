import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { desktop, keepScreenshot, phone } from '../src/screenshots.ts';
import { fillAddress, fillCard, orderStatus, signInOnPage } from '../src/purchase-page.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const visitor = browserFixture({ timeoutMs: 60_000 });
/** What pages complain of: errors of scripts and of the console. */
let complaints: string[];

/** The page of an order just placed asks for it before it may be written down; the browser calls the answer an error. */
const isNotYetWritten = (text: string, url: string): boolean =>
  text.includes('status of 404') && /\/api\/v1\/orders\/[0-9a-f-]{36}$/.test(url);

const openPage = async (viewport = desktop): Promise<Page> => {
  complaints = [];
  const page = await visitor.openPage(viewport);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (line) => {
    const { url } = line.location();
    if (line.type() === 'error' && !isNotYetWritten(line.text(), url))
      complaints.push(`${line.text()} (${url})`);
  });
  return page;
};

/** From the first page to an order that became paid before the shopper's eyes. */
const purchase = async (page: Page, look: string): Promise<void> => {
  await page.goto('/');
  await keepScreenshot(page, `${look}-home`);
  await page.goto('/catalog?type=foul-weather&inStock=true');
  await keepScreenshot(page, `${look}-listing`);
  await page.locator('main a[href^="/products/"]').first().click();
  await page.waitForURL('**/products/**');
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  await keepScreenshot(page, `${look}-product`);
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await page.getByText('It is in your basket.').waitFor();
  await page.getByRole('link', { name: 'Go to the basket' }).click();
  await page.waitForURL('**/basket');
  await page.getByRole('heading', { name }).waitFor();
  await keepScreenshot(page, `${look}-basket`);

  await page.getByRole('link', { name: /check ?out/i }).click();
  await page.getByRole('link', { name: 'Sign in instead' }).click();
  await page.waitForURL('**/identity/**');
  await keepScreenshot(page, `${look}-sign-in`);
  await signInOnPage(page, 'shopper@quayside.test');
  await page.waitForURL('**/checkout');
  await fillAddress(page);
  await fillCard(page, '4242 4242 4242 4242');
  await page.getByTestId('place-order').waitFor();
  await keepScreenshot(page, `${look}-checkout`);
  expect(await page.locator('main').innerText()).toContain(name);
  await page.getByTestId('place-order').click();

  await page.waitForURL('**/orders/*');
  await orderStatus(page, 'paid').waitFor({ state: 'attached' });
  await keepScreenshot(page, `${look}-order`);
  expect(await page.locator('main').innerText()).toContain(name);
  await page.goto('/basket');
  await page.getByRole('heading', { level: 1, name: 'Your basket is empty' }).waitFor();
};

describe('a purchase in a browser', () => {
  test('goes from the first page to a paid order, on a desktop', async () => {
    const page = await openPage();
    await purchase(page, 'desktop');
    expect(complaints).toEqual([]);
    const cookies = await page.context().cookies();
    expect(cookies.find(({ name }) => name === '__Host-quayside-session')).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
    });
    const stored = await page.evaluate(
      'JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])',
    );
    expect(stored).not.toMatch(/eyJ|tok_/);
  });

  test('works the same on a phone, and no page is wider than its screen', async () => {
    const page = await openPage(phone);
    const widths: [string, number][] = [];
    page.on('load', (loaded) => {
      void loaded
        .evaluate('document.documentElement.scrollWidth')
        .then((width) => widths.push([loaded.url(), Number(width)]))
        .catch(() => undefined);
    });
    await purchase(page, 'phone');
    expect(complaints).toEqual([]);
    expect(widths.filter(([, width]) => width > phone.width)).toEqual([]);
  });

  test('breaks words longer than a phone is wide', async () => {
    const page = await openPage(phone);
    const width = () => page.evaluate('document.documentElement.scrollWidth').then(Number);
    const word = 'Langegade'.repeat(11);
    await page.goto(`/catalog?q=${word}`);
    expect(await width()).toBe(phone.width);
    await page.goto('/auth/login?returnTo=/catalog?inStock=true');
    await signInOnPage(page, 'shopper@quayside.test');
    await page.waitForURL('**/catalog**');
    await page.locator('main a[href^="/products/"]').first().click();
    await page.getByRole('button', { name: 'Add to basket' }).click();
    await page.getByRole('link', { name: 'Go to the basket' }).waitFor();
    await page.goto('/checkout');
    await fillAddress(page, word);
    await fillCard(page, '4242 4242 4242 4242');
    await page.getByTestId('place-order').waitFor();
    expect(await width()).toBe(phone.width);
    await page.getByTestId('place-order').click();
    await page.waitForURL('**/orders/*');
    await page.getByText(word).waitFor();
    expect(await width()).toBe(phone.width);
  });

  test('with a card that is declined says why, and is paid with another one on the page of the order', async () => {
    const page = await openPage();
    await page.goto('/auth/login?returnTo=/catalog?inStock=true');
    await signInOnPage(page, 'shopper@quayside.test');
    await page.waitForURL('**/catalog**');
    await page.locator('main a[href^="/products/"]').first().click();
    await page.getByRole('button', { name: 'Add to basket' }).click();
    await page
      .getByText(/basket/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Go to the basket' }).waitFor();
    await page.goto('/checkout');
    await fillAddress(page);
    await fillCard(page, '4000 0000 0000 0002');
    await page.getByTestId('place-order').click();
    await page.waitForURL('**/orders/*');
    await orderStatus(page, 'payment-declined').waitFor({ state: 'attached' });
    await keepScreenshot(page, 'desktop-order-declined');
    expect(await page.locator('main').innerText()).toMatch(/declined|refused/i);
    await page.getByRole('button', { name: 'Pay again' }).click();
    await fillCard(page, '4242 4242 4242 4242');
    await orderStatus(page, 'paid').waitFor({ state: 'attached' });
  });
});

describe('a price changed by an admin', () => {
  test('appears in an open basket as old and new, without a reload', async () => {
    const page = await openPage();
    await page.goto('/catalog?inStock=true&sort=-price');
    await page.locator('main a[href^="/products/"]').first().click();
    await page.getByRole('button', { name: 'Add to basket' }).click();
    await page.getByRole('link', { name: 'Go to the basket' }).click();
    const line = page.getByTestId(/^line-/).first();
    await line.waitFor();
    const itemId = Number((await line.getAttribute('data-testid'))?.replace('line-', ''));

    const admin = createShopClient(origin);
    await admin.signIn('admin@quayside.test');
    const dollars = (amount: number) => (amount / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
    const { body: item, headers } = await admin.item(itemId);
    const loads: string[] = [];
    page.on('load', (loaded) => loads.push(loaded.url()));
    const price = { ...item.price, amount: item.price.amount + 500 };
    const changed = await admin.call('PUT', `/api/v1/catalog/items/${itemId}`, {
      body: { price },
      headers: { 'if-match': headers.get('etag') ?? '' },
    });
    expect(changed.status).toBe(200);
    await line.filter({ hasText: dollars(price.amount) }).waitFor();
    const text = await line.innerText();
    expect(text).toContain('Price changed: was');
    expect(text).toContain(dollars(item.price.amount));
    expect(loads).toEqual([]);
    await keepScreenshot(page, 'desktop-basket-price-changed');
  });
});

describe('the admin page', () => {
  test('changes a price for an admin', async () => {
    const page = await openPage();
    await page.goto('/auth/login?returnTo=/admin');
    await signInOnPage(page, 'admin@quayside.test');
    await page.waitForURL('**/admin/overview');
    await page.goto('/admin/prices');
    await keepScreenshot(page, 'desktop-admin');
    const row = page.getByTestId(/^item-/).first();
    await row.getByRole('button', { name: /Edit/ }).click();
    await row.getByLabel(/New price/).fill('123.45');
    await row.getByRole('button', { name: 'Save' }).click();
    await row.getByText('Saved').waitFor();
    expect(await row.getByTestId('price').innerText()).toBe('$123.45');
    await page.setViewportSize(phone);
    await keepScreenshot(page, 'phone-admin');
  });

  test('is not for shoppers', async () => {
    const page = await openPage();
    await page.goto('/auth/login?returnTo=/admin');
    await signInOnPage(page, 'shopper@quayside.test');
    await page.getByRole('heading', { level: 1, name: 'This part is not for you' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/admin');
    expect(await page.getByTestId(/^item-/).count()).toBe(0);
    await keepScreenshot(page, 'desktop-admin-refused');
  });
});
