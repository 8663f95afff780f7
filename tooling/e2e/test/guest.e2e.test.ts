import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { eventually } from '../src/control.ts';
import { createMailbox } from '../src/mailbox.ts';
import { createMailCatcher } from '../src/mail-catcher.ts';
import { fillAddress, fillCard, orderStatus, signInOnPage } from '../src/purchase-page.ts';
import { desktop, keepScreenshot, phone } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin, mailUrl } = theStack();
const { openPage } = browserFixture({ timeoutMs: 20_000 });
const { mails } = createMailCatcher({ mailUrl });

const newEmail = (): string => `guest-${crypto.randomUUID().slice(0, 13)}@example.com`;
/** Beside the own width those that the device has otherwise. */
const look = async (page: Page, name: string): Promise<void> => {
  const own = page.viewportSize() ?? desktop;
  for (const width of own.width < 768 ? [360, own.width] : [768, own.width]) {
    await page.setViewportSize({ ...own, width });
    await keepScreenshot(page, `${name}-${width}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  }
  expect(await barriersOf(page)).toEqual([]);
};

const putOneIn = async (page: Page): Promise<void> => {
  await page.goto('/catalog?inStock=true');
  await page.locator('main a[href^="/products/"]').first().click();
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await page.getByText('It is in your basket.').waitFor();
};

/** Up to the look at it all. */
const comeToReview = async (page: Page, email: string, card = '4242 4242 4242 4242'): Promise<void> => {
  await putOneIn(page);
  await page.goto('/checkout');
  await giveAll(page, email, card);
};
const giveAll = async (page: Page, email: string, card = '4242 4242 4242 4242'): Promise<void> => {
  await page.getByLabel('Your e-mail').fill(email);
  await page.getByRole('button', { name: 'Go on as a guest' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Ida Guest');
  await fillAddress(page);
  await fillCard(page, card);
  await page.getByTestId('place-order').waitFor();
};
const place = async (page: Page): Promise<string> => {
  await page.getByTestId('place-order').click();
  await page.waitForURL('**/orders/*');
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
};

/** The mail to an address whose subject fits, and the link in it that leads to an order. */
const mailTo = (email: string, subject: RegExp) =>
  eventually(`a mail to ${email}`, async () => {
    const mail = (await mails()).find((one) => one.to[0]?.address === email && subject.test(one.subject));
    const link = mail && /https?:\/\/\S+\/orders\/[0-9a-f-]{36}#\S+/.exec(mail.text)?.[0];
    return mail && link ? { ...mail, link } : undefined;
  });

describe.each([
  ['desktop', desktop],
  ['phone', phone],
] as const)('a guest on a %s', (device, viewport) => {
  test('buys without an account, and finds the order by its mail', async () => {
    const email = newEmail();
    const page = await openPage(viewport);
    await putOneIn(page);
    await page.goto('/checkout');
    await page.getByRole('button', { name: 'Go on as a guest' }).waitFor();
    await look(page, `${device}-guest-email`);
    await page.getByLabel('Your e-mail').fill('ida at example');
    await page.keyboard.press('Enter');
    await page.getByText('does not look like an e-mail address').waitFor();
    await look(page, `${device}-guest-email-fault`);
    await giveAll(page, email);
    await look(page, `${device}-guest-review`);
    const id = await place(page);
    await page.getByRole('heading', { name: 'Thank you for your order' }).waitFor();
    await orderStatus(page, 'paid').waitFor({ state: 'attached' });
    await page.getByRole('link', { name: 'Make an account' }).waitFor();
    await look(page, `${device}-guest-thanks`);
    await page.reload();
    await page.getByText('Strandgade 12').waitFor();

    const { link } = await mailTo(email, /is confirmed$/);
    expect(link).toContain(`/orders/${id}#`);
    // Somebody whom the mail was passed on to, without the session.
    const browser = page.context().browser();
    const other = await browser?.newContext({ viewport, baseURL: origin, locale: 'en-US' });
    const elsewhere = await other?.newPage();
    if (!elsewhere) throw new Error('no browser');
    const asked: string[] = [];
    elsewhere.on('request', (request) =>
      asked.push(`${request.url()} ${request.headers()['referer'] ?? ''}`),
    );
    await elsewhere.goto(link);
    await orderStatus(elsewhere, 'paid').waitFor({ state: 'attached' });
    const shown = await elsewhere.locator('main').innerText();
    for (const kept of ['Strandgade', 'Ida Guest', email]) expect(shown).not.toContain(kept);
    await look(elsewhere, `${device}-guest-by-link`);
    const secret = new URL(link).hash.slice(1);
    expect(asked.filter((line) => line.includes(secret))).toEqual([]);
    // A reload, and a way through other pages, lose nothing.
    await elsewhere.goto('/catalog');
    await elsewhere.goto(`/orders/${id}`);
    await orderStatus(elsewhere, 'paid').waitFor({ state: 'attached' });

    // The paper has both on it: for who types the address besides.
    await elsewhere.reload();
    const invoice = elsewhere.getByRole('button', { name: /^Invoice INV-.* as PDF$/ });
    await invoice.click();
    await elsewhere.getByText('Type the e-mail address of the order.').waitFor();
    await elsewhere.getByLabel('E-mail address of the order').fill('somebody@example.com');
    await invoice.click();
    await elsewhere.getByText('placed with another address').waitFor();
    await look(elsewhere, `${device}-guest-paper`);
    await elsewhere.getByLabel('E-mail address of the order').fill(email.toUpperCase());
    const [paper] = await Promise.all([elsewhere.waitForEvent('download'), invoice.click()]);
    expect(paper.suggestedFilename()).toMatch(/^INV-\d{4}-\d{6}\.pdf$/);
    await other?.close();
  }, 120_000);

  test('who lost the mail has a new link sent, and is told nothing of orders of others', async () => {
    const email = newEmail();
    const client = createShopClient(origin);
    const { body } = await client.items({ inStock: 'true', pageSize: 1 });
    await client.put(body.items[0]?.id ?? 1, 1);
    const placed = await client.guestCheckout(email);
    const { number } = await eventually('the order', async () => {
      const found = await client.order(placed.body.orderId);
      return found.status === 200 ? found.body : undefined;
    });
    const page = await openPage(viewport);
    await page.goto(`/orders/${placed.body.orderId}`);
    await page.getByText('We cannot show you this order here').waitFor();
    await look(page, `${device}-find-order`);
    await page.getByRole('button', { name: 'Mail me the link' }).click();
    await page.getByText('It stands in our mails').waitFor();
    await page.getByLabel('Order number').fill(number.toLowerCase());
    await page.getByLabel('E-mail address of the order').fill(email);
    await page.getByRole('button', { name: 'Mail me the link' }).click();
    await page.getByText('Look into your mail').waitFor();
    await look(page, `${device}-find-order-sent`);
    const { link } = await mailTo(email, /^The link to your order/);
    await page.goto(link);
    await page.getByTestId('order-status').waitFor({ state: 'attached' });

    await page.goto('/orders/find');
    await page.getByLabel('Order number').fill(number);
    await page.getByLabel('E-mail address of the order').fill(newEmail());
    await page.getByRole('button', { name: 'Mail me the link' }).click();
    await page.getByText('Look into your mail').waitFor();
  }, 120_000);
});

describe('a guest', () => {
  test('loses nothing to a reload or a second tab, and gets one order for a double click', async () => {
    const email = newEmail();
    const page = await openPage();
    await comeToReview(page, email);
    await page.reload();
    await page.getByTestId('place-order').waitFor();
    await page.getByText(email).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Keep Visa ending in 4242' }).waitFor();
    await page.goForward();
    await page.getByTestId('place-order').dblclick();
    await page.waitForURL('**/orders/*');
    const id = new URL(page.url()).pathname.split('/').at(-1);
    await orderStatus(page, 'paid').waitFor({ state: 'attached' });
    const second = await page.context().newPage();
    await second.goto('/checkout');
    await second.getByText('There is nothing to check out').waitFor();
    await second.goto(`/orders/${id}`);
    await orderStatus(second, 'paid').waitFor({ state: 'attached' });
    await mailTo(email, /is confirmed$/);
    expect((await mails()).filter((one) => one.to[0]?.address === email)).toHaveLength(1);
  }, 90_000);

  test('whose card was declined pays with another one by the link of the mail', async () => {
    const email = newEmail();
    const page = await openPage(phone);
    await comeToReview(page, email, '4000 0000 0000 0002');
    await place(page);
    await orderStatus(page, 'payment-declined').waitFor({ state: 'attached' });
    await page.getByRole('heading', { name: 'Your payment did not go through' }).waitFor();
    await page.getByRole('button', { name: 'Pay again' }).waitFor();
    const [payAgain, progress] = [page.getByTestId('pay-again'), page.getByText('Ordered', { exact: true })];
    // What is to be done stands before what was done.
    expect((await payAgain.boundingBox())?.y).toBeLessThan((await progress.first().boundingBox())?.y ?? 0);
    await look(page, 'phone-guest-declined');
    const { link } = await mailTo(email, /declined/);
    await page.context().clearCookies();
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByRole('button', { name: 'Pay again' }).click();
    await fillCard(page, '4242 4242 4242 4242');
    await orderStatus(page, 'paid').waitFor({ state: 'attached' });
  }, 90_000);

  test('makes an account on the page of the order, which is in it once the address is confirmed', async () => {
    const email = newEmail();
    const page = await openPage();
    await comeToReview(page, email);
    const id = await place(page);
    await page.getByRole('link', { name: 'Make an account' }).click();
    await page.getByLabel('Name').fill('Ida Guest');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill('a harbour in november');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.waitForURL(`**/orders/${id}`);
    // The account is theirs, the address not yet.
    await page.getByText('comes into it once you have confirmed the address').waitFor();
    await look(page, 'desktop-guest-not-yet-confirmed');
    await page.goto(await createMailbox(theStack(), email).linkOf(/^Confirm your address/));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('heading', { name: 'All fast and belayed' }).waitFor();
    await eventually('the order in the account', async () => {
      await page.goto('/orders');
      return (await page.locator(`a[href="/orders/${id}"]`).count()) > 0;
    });
    await page.goto(`/orders/${id}`);
    await page.getByText('Strandgade 12').waitFor();
    expect(await page.getByTestId('guest-options').count()).toBe(0);
  }, 90_000);

  test('who has an account already takes the order into it by the link', async () => {
    const email = 'shopper@quayside.test';
    const client = createShopClient(origin);
    const { body } = await client.items({ inStock: 'true', pageSize: 1 });
    await client.put(body.items[0]?.id ?? 1, 1);
    const { orderId } = (await client.guestCheckout(email)).body;
    const link = await eventually('the mail of the order', async () => {
      const mail = (await mails()).find(({ text }) => text.includes(`/orders/${orderId}#`));
      return mail && new RegExp(`/orders/${orderId}#\\S+`).exec(mail.text)?.[0];
    });
    const page = await openPage();
    await page.goto(`/auth/login?returnTo=/catalog`);
    await signInOnPage(page, email);
    await page.waitForURL('**/catalog');
    await page.goto(link);
    await page.getByText('You ordered this without being signed in.').waitFor();
    await look(page, 'desktop-guest-claim');
    await page.getByRole('button', { name: 'Put it in my account' }).click();
    await page.getByText('Strandgade 12').waitFor();
    expect(await page.getByTestId('guest-options').count()).toBe(0);
  }, 90_000);

  test('in Hong Kong gives a district and an area, and no postal code', async () => {
    const page = await openPage(phone);
    await putOneIn(page);
    await page.goto('/checkout');
    await page.getByLabel('Your e-mail').fill(newEmail());
    await page.getByRole('button', { name: 'Go on as a guest' }).click();
    await page.getByLabel('Country').selectOption('HK');
    await page.getByLabel('Name', { exact: true }).fill('Chan Tai Man');
    await page.getByLabel('Street and house').fill('Flat 12, 8 Nathan Road');
    await page.getByLabel('District').fill('Tsim Sha Tsui');
    await page.getByLabel('Area').selectOption('Kowloon');
    await look(page, 'phone-guest-hong-kong');
    await page.getByRole('button', { name: 'Use this address' }).click();
    await fillCard(page, '4242 4242 4242 4242');
    await page.getByText('6–10 working days').first().waitFor();
    await place(page);
    await orderStatus(page, 'paid').waitFor({ state: 'attached' });
    await page.getByText('Tsim Sha Tsui').waitFor();
  }, 90_000);

  test('in the Emirates names the emirate, and pays the tax that is in the price', async () => {
    const client = createShopClient(origin);
    const { body } = await client.items({ inStock: 'true', pageSize: 1 });
    await client.put(body.items[0]?.id ?? 1, 1);
    const there = { name: 'Amal', street: 'Marina Walk 3', country: 'AE' };
    const refused = await client.guestCheckout(newEmail(), there);
    expect([refused.status, refused.body.code]).toEqual([422, 'address-invalid']);
    const { orderId } = (await client.guestCheckout(newEmail(), { ...there, state: 'Dubai' })).body;
    const order = await eventually('the order', async () => {
      const found = await client.order(orderId);
      return found.status === 200 ? found.body : undefined;
    });
    expect(order.price.lines[0]?.taxes).toMatchObject([{ name: 'VAT', rate: 500 }]);
  });
});
