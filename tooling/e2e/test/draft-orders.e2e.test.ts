import { beforeAll, describe, expect, test } from '@jest/globals';
import type { DraftOrderContent } from '@quayside/contracts';
import type { Page } from 'playwright-core';
import { plentifulItem } from '../src/buy.ts';
import { eventually } from '../src/control.ts';
import { look } from '../src/look.ts';
import { createMailCatcher } from '../src/mail-catcher.ts';
import { fillCard, orderStatus } from '../src/purchase-page.ts';
import { phone } from '../src/screenshots.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin, mailUrl } = theStack();
const { openPage, signedIn } = browserFixture({ timeoutMs: 30_000 });
const support = 'support@quayside.test';
let staff: ShopClient;
let itemId: number;
let itemName: string;

beforeAll(async () => {
  staff = createShopClient(origin);
  await staff.signIn(support);
  itemId = await plentifulItem(staff);
  itemName = (await staff.item(itemId)).body.name;
});

const newEmail = (): string => `caller-${crypto.randomUUID().slice(0, 13)}@example.com`;
const shippingAddress = {
  ...{ name: 'Ida Caller', street: 'Strandgade 12', city: 'Marstal', postalCode: '5960', country: 'DK' },
};
const mailed = (email: string, subject: RegExp) =>
  eventually(`a mail to ${email}`, async () => {
    const mails = await createMailCatcher({ mailUrl }).mails();
    const mail = mails.findLast(({ to, subject: said }) => to[0]?.address === email && subject.test(said));
    return /https?:\/\/\S+\/[0-9a-f-]{36}#\S+/.exec(mail?.text ?? '')?.[0];
  });

/** A draft whose link is mailed, made without a page. */
const sent = async (change: Partial<DraftOrderContent> = {}) => {
  const email = newEmail();
  const base: DraftOrderContent = {
    ...{ email, language: 'en', shippingAddress },
    lines: [{ itemId, quantity: 1 }],
  };
  const content: DraftOrderContent = { ...base, ...change };
  const { body: draft } = await staff.ask('POST /api/v1/staff/draft-orders', { body: content });
  const on = (version: number) => ({ params: { id: draft.id }, headers: { 'if-match': `"v${version}"` } });
  const { status } = await staff.ask('POST /api/v1/staff/draft-orders/:id/link', on(draft.version));
  expect(status).toBe(200);
  return { email, content, id: draft.id, on, version: draft.version + 1 };
};

const fillDraft = async (page: Page, email: string): Promise<void> => {
  await page.getByLabel('Find an item by name or SKU').fill(itemName);
  await page.getByRole('list', { name: 'Found' }).getByText(itemName, { exact: true }).first().click();
  await page.getByRole('list', { name: 'Items of the order' }).getByText('each').waitFor();
  await page.getByLabel('E-mail address', { exact: true }).fill(email);
  await page.getByLabel('Country').selectOption('DK');
  await page.getByLabel('Name', { exact: true }).fill('Ida Caller');
  await page.getByLabel('Street and house').fill('Strandgade 12');
  await page.getByLabel('Postal code').fill('5960');
  await page.getByLabel('Town').fill('Marstal');
  await page
    .getByRole('textbox', { name: 'A word to the buyer' })
    .fill('As said on the phone: it leaves today.');
};

/** The card, the terms, and the button. */
const pay = async (page: Page): Promise<void> => {
  await fillCard(page, '4242 4242 4242 4242');
  await page.getByText('ending in 4242').waitFor();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: /^Place the order and pay/ }).click();
};

describe('an order on the phone', () => {
  test('is written down by staff, and paid by the buyer on a phone by the mailed link, once', async () => {
    const email = newEmail();
    const desk = await signedIn('/admin/draft-orders', support);
    await desk.getByRole('link', { name: 'New draft' }).click();
    await desk.getByRole('button', { name: 'Save the draft' }).click();
    await desk.getByText('Put something into it first').waitFor();
    await look(desk, 'draft-order-faults');
    await fillDraft(desk, email);
    // What is mended is marked no more, before it is saved again.
    await desk.getByText('Put something into it first').waitFor({ state: 'detached' });
    expect(await desk.locator('[aria-invalid="true"]').count()).toBe(0);
    // Priced anew for the country that was chosen.
    await desk.getByTestId('total').filter({ hasText: '€' }).waitFor();
    const total = await desk.getByTestId('total').innerText();
    await look(desk, 'draft-order-new');
    await desk.getByRole('button', { name: 'Save the draft' }).click();
    await desk.getByRole('button', { name: 'Send payment link' }).click();
    await desk.getByText('The link is on its way').waitFor();
    await desk.getByText('To be paid').waitFor();
    await look(desk, 'draft-order');
    const path = new URL(desk.url()).pathname;
    await desk.context().close();

    const link = await mailed(email, /please look it over and pay$/);
    expect(link).toContain(`${origin}/pay/`);
    const page = await openPage(phone);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
    await page.goto(link);
    await page.getByText('As said on the phone').waitFor();
    expect(await page.getByTestId('total').innerText()).toBe(total);
    await page.getByText('Strandgade 12').waitFor();
    await page.getByRole('button', { name: /^Place the order and pay/ }).click();
    await page.getByText('Please give a card first.').waitFor();
    await look(page, 'pay-by-link');
    const secret = new URL(link).hash.slice(1);
    expect(asked.filter((line) => line.includes(secret))).toEqual([]);
    const otherTab = await page.context().newPage();
    await otherTab.goto(link);
    await fillCard(otherTab, '4242 4242 4242 4242');
    await otherTab.getByRole('checkbox').check();
    await pay(page);
    await page.waitForURL('**/orders/*');
    await page.getByRole('heading', { name: 'Thank you for your order' }).waitFor();
    await orderStatus(page, 'paid').waitFor({ state: 'attached' });
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(link).toContain(`/pay/${id}#`);
    await otherTab.getByRole('button', { name: /^Place the order and pay/ }).click();
    await otherTab.waitForURL(`**/orders/${id}*`);
    await mailed(email, /is confirmed$/);
    await page.goto(link);
    await page.getByText('The confirmation is on its way by mail.').waitFor();
    await look(page, 'pay-by-link-paid');
    await page.context().close();

    const back = await signedIn(path, support);
    await back.getByRole('link', { name: 'To the order' }).click();
    await back.waitForURL(`**/admin/orders/${id}`);
    await back.getByText(email).first().waitFor();
  }, 180_000);

  test('that changes while the buyer looks is shown anew; a link that is taken back says so, in German too', async () => {
    const { email, content, id, on, version } = await sent();
    const page = await openPage(phone);
    await page.goto(await mailed(email, /please look it over and pay$/));
    await page.getByText('1 ×').waitFor();
    await staff.ask('PUT /api/v1/staff/draft-orders/:id', {
      ...on(version),
      body: { ...content, lines: [{ itemId, quantity: 2 }] },
    });
    await pay(page);
    await page.getByText('This changed while you were here').waitFor();
    await page.getByText('2 ×').waitFor();
    expect(await page.getByRole('checkbox').isChecked()).toBe(false);
    await look(page, 'pay-by-link-changed');
    await page.getByRole('checkbox').check();
    await staff.ask('DELETE /api/v1/staff/draft-orders/:id/link', on(version + 1));
    await page.getByRole('button', { name: /^Place the order and pay/ }).click();
    await page.getByRole('heading', { name: 'We have taken this link back' }).waitFor();
    await look(page, 'pay-by-link-withdrawn');
    expect((await staff.ask('GET /api/v1/staff/draft-orders/:id', { params: { id } })).body.state).toBe(
      'withdrawn',
    );

    const german = await sent({ language: 'de' });
    await page.goto(await mailed(german.email, /bitte prüfen und bezahlen$/));
    await page.getByRole('heading', { name: 'Ihre Bestellung: prüfen und bezahlen' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/de/bezahlen/${german.id}`);
    await look(page, 'pay-by-link-german');
    await page.goto(`/de/bezahlen/${id}`);
    await page.getByRole('heading', { name: 'Wir haben diesen Link zurückgenommen' }).waitFor();
    await page.goto(`/de/bezahlen/${crypto.randomUUID().replace(/^(.{14})./, '$17')}`);
    await page.getByRole('heading', { name: 'Dieser Link führt nirgendwohin' }).waitFor();
  }, 150_000);

  test('costs what its items cost at that moment: a price that changes under it is shown before it is paid', async () => {
    const { email, id } = await sent({ currency: 'USD' });
    const desk = await signedIn(`/admin/draft-orders/${id}`, support);
    const before = await desk.getByTestId('total').innerText();
    await desk.context().close();
    const page = await openPage(phone);
    await page.goto(await mailed(email, /please look it over and pay$/));
    expect(await page.getByTestId('total').innerText()).toBe(before);

    const admin = createShopClient(origin);
    await admin.signIn('admin@quayside.test');
    const totalOf = async () =>
      (await staff.ask('GET /api/v1/staff/draft-orders/:id', { params: { id } })).body.basket?.totals.total
        .amount;
    const was = (await totalOf()) ?? 0;
    const { body: item, headers } = await admin.item(itemId);
    const changed = await admin.call('PUT', `/api/v1/catalog/items/${itemId}`, {
      body: { price: { ...item.price, amount: item.price.amount + 500 } },
      headers: { 'if-match': headers.get('etag') ?? '' },
    });
    expect(changed.status).toBe(200);
    const now = await eventually('the draft at the new price', async () => {
      const total = await totalOf();
      return total !== was && total;
    });
    expect(now).toBeGreaterThan(was);

    await pay(page);
    await page.getByText('This changed while you were here').waitFor();
    const shown = page.getByTestId('total');
    expect(await shown.innerText()).not.toBe(before);
    expect(await page.getByRole('checkbox').isChecked()).toBe(false);
    await look(page, 'pay-by-link-price-changed');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: /^Place the order and pay/ }).click();
    await page.waitForURL('**/orders/*');
    await orderStatus(page, 'paid').waitFor({ state: 'attached' });
    const { body: order } = await staff.ask('GET /api/v1/staff/orders/:id', { params: { id } });
    expect(order.totals.total.amount).toBe(now);
  }, 120_000);

  test('for an account is among its orders once it is paid, and in its export before', async () => {
    const owner = createShopClient(origin);
    const email = newEmail();
    await owner.register('Signe Holm', email, 'quayside-demo');
    const { body: customers } = await staff.ask('GET /api/v1/admin/identity/customers', {
      query: { q: email },
    });
    const customerId = customers.items[0]?.id ?? '';
    const desk = await signedIn('/admin/draft-orders/new', support);
    await fillDraft(desk, newEmail());
    await desk.getByRole('button', { name: 'Choose an account' }).click();
    await desk.getByLabel('Name or e-mail address of the account').fill(email);
    await desk.getByRole('list', { name: 'Found' }).getByText(email).click();
    await desk.getByText('For the account of').waitFor();
    await desk.getByRole('button', { name: 'Save the draft' }).click();
    await desk.getByRole('button', { name: 'Send payment link' }).click();
    await desk.getByText('The link is on its way').waitFor();
    const { body: kept } = await owner.ask('GET /api/v1/account/export', {});
    expect(kept.draftOrders).toMatchObject([{ email, customer: { id: customerId }, shippingAddress }]);
    const link = await mailed(email, /please look it over and pay$/);
    const secret = new URL(link).hash.slice(1);
    const id = new URL(link).pathname.split('/').at(-1) ?? '';
    const open = { params: { id }, headers: { 'order-link': secret } };
    const { body } = await owner.ask('GET /api/v1/payment-links/:id', open);
    const acceptedTotal = body.basket?.totals.total;
    if (!acceptedTotal) throw new Error('nothing to pay');
    const paid = await owner.ask('POST /api/v1/payment-links/:id/checkout', {
      ...open,
      body: { paymentToken: 'tok_ok', acceptedTotal, acceptedLines: [{ itemId, quantity: 1 }] },
    });
    expect([paid.status, paid.body]).toEqual([202, { orderId: id, mayFollow: true }]);
    await eventually('the order', async () => {
      const { body: orders } = await owner.orders();
      return orders.items.some((order) => order.id === id);
    });
    expect((await owner.ask('GET /api/v1/account/export', {})).body.draftOrders).toEqual([]);
  }, 120_000);
});
