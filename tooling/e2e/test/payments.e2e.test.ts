import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { plentifulItem } from '../src/buy.ts';
import { eventually } from '../src/control.ts';
import { createMailCatcher } from '../src/mail-catcher.ts';
import { fillAddress, fillCard, orderStatus } from '../src/purchase-page.ts';
import { desktop, keepScreenshot } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin, mailUrl } = theStack();
const { openPage, signedIn } = browserFixture({ timeoutMs: 25_000 });
const { mails } = createMailCatcher({ mailUrl });

const english = {
  ...{ locale: 'en-US', prefix: '', checkout: '/checkout', orders: '/orders/' },
  ...{ email: 'Your e-mail', asGuest: 'Go on as a guest', name: 'Name' },
  ...{ method: 'Pay by bank', use: 'Pay by bank', frame: 'iframe[title^="Confirmation by your bank"]' },
  ...{ code: 'Code from your bank', confirm: 'Confirm', wrong: 'This is not the code' },
  ...{
    go: 'Go to your bank',
    approve: 'Approve the payment',
    refuse: 'Refuse it',
    paidBy: 'Payment by bank',
  },
  ...{ declined: 'Your payment did not go through', again: 'Pay again', otherwise: 'Pay otherwise' },
  refused: 'The payment was refused at the bank',
};
const german: typeof english = {
  ...{ locale: 'de-AT', prefix: '/de', checkout: '/de/kasse', orders: '/de/bestellungen/' },
  ...{ email: 'Ihre E-Mail-Adresse', asGuest: 'Als Gast weiter', name: 'Name' },
  ...{
    method: 'Online-Überweisung',
    use: 'Mit Online-Überweisung zahlen',
    frame: 'iframe[title^="Bestätigung durch Ihre Bank"]',
  },
  ...{ code: 'Code Ihrer Bank', confirm: 'Bestätigen', wrong: 'Das ist nicht der Code' },
  ...{
    go: 'Zu Ihrer Bank',
    approve: 'Zahlung freigeben',
    refuse: 'Ablehnen',
    paidBy: 'Zahlung per Online-Überweisung',
  },
  ...{
    declined: 'Ihre Zahlung kam nicht zustande',
    again: 'Zahlung erneut versuchen',
    otherwise: 'Anders zahlen',
  },
  refused: 'Die Zahlung wurde bei der Bank abgelehnt',
};
type Words = typeof english;
const phone = { width: 360, height: 760 };

/** Nothing keeps anybody out, and nothing is wider than the screen. */
const look = async (page: Page, name: string): Promise<void> => {
  await keepScreenshot(page, `payments-${name}`);
  const { width = 0 } = page.viewportSize() ?? {};
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  expect(await barriersOf(page)).toEqual([]);
};
const newEmail = (): string => `payer-${crypto.randomUUID().slice(0, 13)}@example.com`;

/** As a guest, up to how to pay. */
const comeToPayment = async (page: Page, words: Words, email: string): Promise<void> => {
  const itemId = await plentifulItem(createShopClient(origin));
  await page.goto(`${words.prefix}/`);
  await page.evaluate(`fetch('/api/v1/basket/items/${itemId}', {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-csrf': '1' },
    body: JSON.stringify({ quantity: 1 }),
  })`);
  await page.goto(words.checkout);
  await page.getByLabel(words.email).fill(email);
  await page.getByRole('button', { name: words.asGuest }).click();
  await page.getByLabel(words.name, { exact: true }).fill('Ida Guest');
  if (words === german) {
    await page.getByLabel('Land').selectOption('AT');
    await page.getByLabel('Straße und Hausnummer').fill('Seegasse 3');
    await page.getByLabel('Postleitzahl').fill('4801');
    await page.getByLabel('Ort').fill('Traunkirchen');
    await page.getByRole('button', { name: 'Diese Adresse verwenden' }).click();
  } else await fillAddress(page);
  await page.getByRole('radio', { name: words.method }).waitFor();
};
const giveCard = async (page: Page, words: Words, number: string): Promise<void> => {
  if (words === english) return fillCard(page, number);
  const form = page.frameLocator('iframe[title^="Kartendaten"]');
  await form.getByLabel('Kartennummer').fill(number);
  await form.getByLabel('Gültig bis').fill('12 / 39');
  await form.getByLabel('Prüfziffer').fill('123');
  await form.getByLabel('Name auf der Karte').fill('Ida Guest');
  await page.getByRole('button', { name: 'Diese Karte verwenden' }).click();
};
const place = async (page: Page, words: Words): Promise<string> => {
  await page.getByTestId('place-order').click();
  await page.waitForURL(`**${words.orders}*`);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
};
const chooseBank = async (page: Page, words: Words): Promise<void> => {
  await page.getByRole('radio', { name: words.method }).check();
  await page.getByRole('button', { name: words.use }).click();
};
const nowIs = (page: Page, status: string) => orderStatus(page, status).waitFor({ state: 'attached' });

describe.each([
  ['desktop', 'English', desktop, english],
  ['phone', 'German', phone, german],
] as const)('who buys on a %s in %s', (device, _, viewport, words) => {
  test('types the code that the bank asks for, and has paid', async () => {
    const page = await openPage(viewport, { locale: words.locale });
    await comeToPayment(page, words, newEmail());
    await look(page, `${device}-methods`);
    await giveCard(page, words, '4000 0025 0000 3155');
    await place(page, words);
    const frame = page.frameLocator(words.frame);
    await frame.getByLabel(words.code).fill('000000');
    await frame.getByRole('button', { name: words.confirm }).click();
    await frame.getByText(words.wrong).waitFor();
    await eventually('a frame as high as what it shows', async () => {
      const [shown, held] = await Promise.all([
        frame.locator('form').boundingBox(),
        page.locator(words.frame).boundingBox(),
      ]);
      return shown && held && Math.abs(held.height - shown.height - 8) <= 1;
    });
    await look(page, `${device}-challenge`);
    await frame.getByLabel(words.code).fill('123456');
    await frame.getByRole('button', { name: words.confirm }).click();
    await nowIs(page, 'paid');
    await page.getByTestId('confirm-payment').waitFor({ state: 'detached' });
  }, 120_000);

  test('pays by bank: refuses there, tries again, approves, and is back on the page of the order each time', async () => {
    const page = await openPage(viewport, { locale: words.locale });
    await comeToPayment(page, words, newEmail());
    await page.getByRole('radio', { name: words.method }).check();
    await look(page, `${device}-by-bank`);
    await chooseBank(page, words);
    await page.getByTestId('place-order').waitFor();
    const id = await place(page, words);
    await page.getByRole('button', { name: words.go }).waitFor();
    await look(page, `${device}-go-to-bank`);
    await page.getByRole('button', { name: words.go }).click();
    await page.getByRole('button', { name: words.refuse }).waitFor();
    await look(page, `${device}-bank`);
    await page.getByRole('button', { name: words.refuse }).click();
    await page.waitForURL(`${origin}${words.orders}${id}`);
    await nowIs(page, 'payment-declined');
    await page.getByText(words.refused).first().waitFor();
    await page.getByRole('button', { name: words.again }).click();
    await page.getByRole('radio', { name: words.method }).waitFor();
    await look(page, `${device}-pay-again`);
    await chooseBank(page, words);
    await page.getByRole('button', { name: words.go }).click();
    await page.getByRole('button', { name: words.approve }).click();
    await page.waitForURL(`${origin}${words.orders}${id}`);
    await nowIs(page, 'paid');
    await page.getByText(words.paidBy).waitFor();
    await look(page, `${device}-paid-by-bank`);
  }, 150_000);
});

test('a buyer who does not come back from the bank has paid all the same, as staff see', async () => {
  const page = await openPage(phone);
  await comeToPayment(page, english, newEmail());
  await chooseBank(page, english);
  const id = await place(page, english);
  await page.getByRole('button', { name: 'Go to your bank' }).click();
  const approve = page.getByRole('button', { name: 'Approve the payment' });
  await approve.waitFor();
  // The window is closed before the bank leads back.
  await page.route(`${origin}/**`, (route) => route.abort());
  await Promise.all([
    page.waitForEvent('requestfailed', (one) => one.url().startsWith(origin)),
    approve.click(),
  ]);
  await page.context().close();

  const staff = await signedIn(`/admin/orders/${id}`);
  await staff.getByText('Charged, by bank').waitFor({ timeout: 60_000 });
  await keepScreenshot(staff, 'payments-admin-by-bank');
  expect(await barriersOf(staff)).toEqual([]);
}, 150_000);

test('a buyer who goes back from the bank without a decision may still go there, or pay otherwise', async () => {
  const page = await openPage(desktop);
  await comeToPayment(page, english, newEmail());
  await chooseBank(page, english);
  const id = await place(page, english);
  const go = page.getByRole('button', { name: 'Go to your bank' });
  await go.click();
  await page.getByRole('button', { name: 'Approve the payment' }).waitFor();
  const bank = page.url();
  await page.goBack();
  await go.waitFor();
  await page.getByRole('button', { name: 'Pay otherwise' }).click();
  await nowIs(page, 'payment-declined');
  await page.getByRole('button', { name: 'Pay again' }).click();
  await page.getByRole('radio', { name: 'Card' }).check();
  await fillCard(page, '4242 4242 4242 4242');
  await nowIs(page, 'paid');
  // What was given up cannot be approved any more, and leads back.
  await page.goto(bank);
  await page.getByRole('link', { name: 'Back to the shop' }).waitFor();
  await look(page, 'desktop-bank-over');
  await page.getByRole('link', { name: 'Back to the shop' }).click();
  await page.waitForURL(`${origin}/orders/${id}`);
}, 150_000);

test('a bank that never answers ends it by time, and the buyer pays with another card by the link of the mail', async () => {
  const page = await openPage(phone, { locale: 'de-AT' });
  const email = newEmail();
  await comeToPayment(page, german, email);
  await giveCard(page, german, '4000 0000 0000 3220');
  await place(page, german);
  await page.frameLocator(german.frame).getByText('Sie antwortet nicht').waitFor();
  await look(page, 'phone-unanswered');
  await orderStatus(page, 'payment-declined').waitFor({ state: 'attached', timeout: 60_000 });
  await page.getByText('Die Zahlung wurde nicht rechtzeitig bestätigt').first().waitFor();
  await look(page, 'phone-unanswered-over');
  const mail = await eventually(`a mail to ${email}`, async () =>
    (await mails()).find((one) => one.to[0]?.address === email && /abgelehnt$/.test(one.subject)),
  );
  const link = /https?:\/\/\S+\/bestellungen\/[0-9a-f-]{36}#\S+/.exec(mail.text)?.[0] ?? '';
  await page.context().clearCookies();
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('button', { name: german.again }).click();
  await giveCard(page, german, '4000 0025 0000 3155');
  // By the link, too, the bank asks for a code.
  const frame = page.frameLocator(german.frame);
  await frame.getByLabel(german.code).fill('123456');
  await frame.getByRole('button', { name: german.confirm }).click();
  await nowIs(page, 'paid');
}, 150_000);
