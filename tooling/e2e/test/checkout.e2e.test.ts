import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { buyOne, plentifulItem } from '../src/buy.ts';
import { eventually } from '../src/control.ts';
import { createMailCatcher } from '../src/mail-catcher.ts';
import { fillAddress, fillCard, signInOnPage } from '../src/purchase-page.ts';
import { keepScreenshot } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin, mailUrl } = theStack();
const { openPage } = browserFixture({ timeoutMs: 15_000 });
const narrow = { width: 360, height: 760 };
const wide = { width: 1440, height: 900 };

/** A product of which there are several, in the basket. */
const putOneIn = async (page: Page): Promise<void> => {
  const client = createShopClient(origin);
  const itemId = await plentifulItem(client);
  const { body } = await client.call<{ slug: string }>('GET', `/api/v1/catalog/items/${itemId}`);
  await page.goto(`/products/${body.slug}?item=${itemId}`);
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await page.getByText('It is in your basket.').waitFor();
};

const signedInWithBasket = async (page: Page): Promise<void> => {
  await page.goto('/auth/login?returnTo=/catalog');
  await signInOnPage(page, 'shopper@quayside.test');
  await page.waitForURL('**/catalog**');
  const shopper = createShopClient(origin);
  await shopper.signIn('shopper@quayside.test');
  await shopper.emptyBasket();
  await putOneIn(page);
};

const slowLine = async (page: Page, latency: number): Promise<void> => {
  const devTools = await page.context().newCDPSession(page);
  const conditions = { offline: false, latency, downloadThroughput: -1, uploadThroughput: -1 };
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', conditions);
};

describe('a basket', () => {
  test('holds five after four quick clicks on a slow line', async () => {
    const page = await openPage(narrow);
    await putOneIn(page);
    await page.goto('/basket');
    const line = page.getByTestId(/^line-/);
    await slowLine(page, 300);
    for (let click = 0; click < 4; click += 1) await line.getByRole('button', { name: 'One more' }).click();
    const field = line.getByRole('textbox');
    expect(await field.inputValue()).toBe('5');
    await page.locator('[aria-busy="false"]').waitFor();
    expect(await field.inputValue()).toBe('5');
    await page.reload();
    expect(await field.inputValue()).toBe('5');
    await keepScreenshot(page, 'phone-basket-of-five');
    expect(await barriersOf(page)).toEqual([]);
  }, 60_000);

  test('counts what two tabs put in at the same moment', async () => {
    const page = await openPage(wide);
    await putOneIn(page);
    const other = await page.context().newPage();
    await other.goto(page.url());
    const add = (tab: Page) => tab.getByRole('button', { name: 'Add to basket' }).click();
    await Promise.all([add(page), add(other)]);
    await Promise.all([page, other].map((tab) => tab.getByText(/now holds [23] of these/).waitFor()));
    await page.goto('/basket');
    expect(
      await page
        .getByTestId(/^line-/)
        .getByRole('textbox')
        .inputValue(),
    ).toBe('3');
  }, 60_000);

  test('shows what happens elsewhere also where its events are refused, as when too many listen', async () => {
    const page = await openPage(wide);
    await putOneIn(page);
    await page.route('**/api/v1/basket/events', (route) => route.fulfill({ status: 503, body: '' }));
    await page.goto('/basket');
    const field = page.getByTestId(/^line-/).getByRole('textbox');
    expect(await field.inputValue()).toBe('1');
    const testId = (await page.getByTestId(/^line-/).getAttribute('data-testid')) ?? '';
    const itemId = Number(testId.slice('line-'.length));
    const added = await page.request.post('/api/v1/basket/items', {
      headers: { 'x-csrf': '1', 'sec-fetch-site': 'same-origin' },
      data: { itemId, quantity: 1 },
    });
    expect(added.ok()).toBe(true);
    await eventually('two of them on the page', async () => (await field.inputValue()) === '2');
  }, 60_000);

  test('says how many there are to whoever wants more', async () => {
    const page = await openPage(narrow);
    await putOneIn(page);
    const field = page.getByRole('textbox', { name: /^How many of/ });
    await field.fill('999');
    await field.blur();
    await page.getByText(/cannot go in: it is \d+ now/).waitFor();
    await page.getByRole('button', { name: 'Add to basket' }).click();
    await page.getByText(/your basket holds 1 already: \d+ more can go in/).waitFor();
    await keepScreenshot(page, 'phone-product-too-many');
    expect(await barriersOf(page)).toEqual([]);
  }, 60_000);
});

describe('a checkout', () => {
  test('goes a step back by the browser, and loses neither address nor card to a reload', async () => {
    const page = await openPage(wide);
    await signedInWithBasket(page);
    await page.goto('/checkout');
    await keepScreenshot(page, 'desktop-checkout-address');
    await fillAddress(page);
    await page.waitForURL('**/checkout?step=payment');
    await fillCard(page, '4242 4242 4242 4242');
    await page.waitForURL('**/checkout?step=review');
    await page.goBack();
    await page.getByRole('button', { name: 'Keep Visa ending in 4242' }).waitFor();
    await keepScreenshot(page, 'desktop-checkout-card');
    await page.goForward();
    await page.getByTestId('place-order').waitFor();
    await page.reload();
    await page.getByTestId('place-order').waitFor();
    await page.getByText('Visa ending in 4242').waitFor();
    expect(await page.getByTestId('total-so-far').innerText()).toBe(
      await page.getByTestId('total').innerText(),
    );
    await keepScreenshot(page, 'desktop-checkout-review');
    expect(await barriersOf(page)).toEqual([]);
  }, 90_000);

  test('asks for what an address in its country needs, and says what is not right', async () => {
    const page = await openPage(narrow);
    await signedInWithBasket(page);
    await page.goto('/checkout');
    await page.getByLabel('Country').selectOption('US');
    await page.getByLabel('Street and house').fill('1');
    await page.getByLabel('ZIP code').fill('???');
    await page.getByRole('button', { name: 'Use this address' }).click();
    for (const fault of [
      'which street?',
      'City is missing.',
      'State is missing.',
      'how a ZIP code looks there',
    ])
      await page.getByText(fault).waitFor();
    await keepScreenshot(page, 'phone-checkout-faults');
    expect(await barriersOf(page)).toEqual([]);
    await page.getByLabel('Country').selectOption('IE');
    expect(await page.getByLabel('Street and house').inputValue()).toBe('1');
    await page.getByLabel('Street and house').fill('The farm by the pier');
    await page.getByLabel('Eircode (optional)').fill('');
    await page.getByRole('button', { name: 'Use this address' }).click();
    await page.waitForURL('**/checkout?step=payment');
    await keepScreenshot(page, 'phone-checkout-card');
  }, 90_000);
});

describe('the buyer of an order', () => {
  test('gets a mail of it, with its lines, its total and the way to its page', async () => {
    const shopper = createShopClient(origin);
    await shopper.signIn('shopper@quayside.test');
    await shopper.emptyBasket();
    const orderId = await buyOne(shopper);
    const { mails } = createMailCatcher({ mailUrl });
    const mail = await eventually('the confirmation', async () =>
      (await mails()).find(({ text }) => text.includes(`/orders/${orderId}`)),
    );
    expect(mail.subject).toMatch(/^Your order QS-\S+ is confirmed$/);
    expect(mail.to.map(({ address }) => address)).toEqual(['shopper@quayside.test']);
    const { body } = await shopper.order(orderId);
    for (const said of [body.items[0]?.name ?? '', body.number]) {
      expect(mail.text).toContain(said);
      expect(mail.html).toContain(said);
    }
    for (const [name, viewport] of [
      ['phone', narrow],
      ['desktop', wide],
    ] as const) {
      const page = await openPage(viewport);
      await page.setContent(mail.html);
      await keepScreenshot(page, `${name}-mail-confirmed`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
      if (name === 'phone') await page.context().close();
    }
  }, 90_000);
});
