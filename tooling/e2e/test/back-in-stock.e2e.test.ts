import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { eventually } from '../src/control.ts';
import { createMailCatcher } from '../src/mail-catcher.ts';
import { confirmAddress } from '../src/mailbox.ts';
import { desktop, keepScreenshot } from '../src/screenshots.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const stack = theStack();
const { openPage, signedIn } = browserFixture({ timeoutMs: 30_000 });
const mark = crypto.randomUUID().slice(0, 8);
const email = `waiting-${mark}@example.test`;
const guestEmail = `guest-waiting-${mark}@example.test`;
let staff: ShopClient;
let shopper: ShopClient;
let itemId: number;
let path: string;

/** Moves what can be had of the item to so many. */
const setStock = async (wanted: number): Promise<void> => {
  const { availableStock } = (await staff.item(itemId)).body;
  if (availableStock === wanted) return;
  const { status } = await staff.ask('POST /api/v1/catalog/items/:id/stock-adjustments', {
    params: { id: String(itemId) },
    body: { delta: wanted - availableStock, reason: 'test of mails' },
  });
  expect(status).toBe(200);
};
const mails = async (to: string) =>
  (await createMailCatcher(stack).mails()).filter((mail) => mail.to.some(({ address }) => address === to));
const linkIn = (to: string, place: string): Promise<string> =>
  eventually(`a mail to ${to} that leads to ${place}`, async () => {
    const links = (await mails(to)).map(
      ({ text }) => new RegExp(`/back-in-stock/${place}#\\S+`).exec(text)?.[0],
    );
    return links.findLast((link) => link !== undefined);
  });

beforeAll(async () => {
  staff = createShopClient(stack.origin);
  await staff.signIn('admin@quayside.test');
  shopper = createShopClient(stack.origin);
  await shopper.register('Wanda Waiting', email, 'quayside-demo');
  await confirmAddress(shopper, stack, email);
  // One that no other test buys: the least that there is of anything.
  const { items } = (await staff.items({ inStock: 'true', pageSize: 100 })).body;
  const item = items.toSorted((a, b) => a.availableStock - b.availableStock)[0];
  if (!item) throw new Error('the catalog is empty');
  itemId = item.id;
  await setStock(0);
  const { url } = await staff.visit(`/products/${item.slug}`);
  path = `${url.pathname}${url.search}`;
  await eventually('the item to be sold out for whoever waits', async () => {
    const { status } = await shopper.ask('PUT /api/v1/stock-requests/:itemId', {
      params: { itemId: String(itemId) },
    });
    return status === 204;
  });
  await shopper.ask('DELETE /api/v1/stock-requests/:itemId', { params: { itemId: String(itemId) } });
}, 120_000);

/** At the widths that people have: nothing keeps anybody out, and nothing is wider than the screen. */
const look = async (page: Page, name: string): Promise<void> => {
  const before = page.viewportSize() ?? desktop;
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: before.height });
    await keepScreenshot(page, `${name}-${width}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  }
  await page.setViewportSize(before);
  expect(await barriersOf(page)).toEqual([]);
};

describe('what is sold out', () => {
  test('is told of to who asked with one press, and to a guest who confirmed it', async () => {
    const page = await signedIn(path, email);
    const offer = page.getByTestId('tell-me-back');
    await offer.getByRole('button', { name: 'Tell me when it is back' }).click();
    await offer.getByText('We write to you when it is back.').waitFor();
    await look(page, 'back-in-stock-asked');
    await page.reload();
    await offer.getByText('We write to you when it is back.').waitFor();
    await page.goto('/account');
    await page.getByRole('heading', { name: 'What you wait for' }).scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: /^Do not write to me:/ }).waitFor();
    await look(page, 'account-waiting');
    const { body } = await shopper.ask('GET /api/v1/account/export', {});
    expect(body.stockRequests).toMatchObject([{ item: { id: itemId } }]);
    await page.context().close();

    const guest = await openPage();
    await guest.goto(path);
    const form = guest.getByTestId('tell-me-back');
    await form.getByLabel('E-mail address').fill('no address');
    await form.getByRole('button', { name: 'Tell me when it is back' }).click();
    await form.getByText('This does not look like an e-mail address.').waitFor();
    await look(guest, 'back-in-stock-guest');
    await form.getByLabel('E-mail address').fill(guestEmail);
    await form.getByRole('button', { name: 'Tell me when it is back' }).click();
    await form.getByText('Look into your mail').waitFor();
    await guest.goto(await linkIn(guestEmail, 'confirm'));
    await look(guest, 'back-in-stock-confirm');
    await guest.getByRole('button', { name: 'Yes, tell me' }).click();
    await guest.getByText(/^We write to you when/).waitFor();
    await look(guest, 'back-in-stock-confirmed');

    await setStock(3);
    for (const to of [email, guestEmail])
      await eventually(`the mail to ${to}`, async () =>
        (await mails(to)).some(({ subject }) => subject.startsWith('Back on the shelf')),
      );
    await guest.goto(await linkIn(guestEmail, 'end'));
    await guest.getByRole('button', { name: 'Yes, no more mails' }).click();
    await guest.getByText('We do not keep what you waited for.').waitFor();
    await eventually('nothing to be waited for', async () => {
      const answer = await shopper.ask('GET /api/v1/stock-requests', {});
      return answer.body.items.length === 0;
    });
  }, 150_000);

  test('is in the account beside the mails that one may do without', async () => {
    const page = await signedIn('/account', email);
    const choice = page.getByRole('checkbox', { name: /^Ask me for a review/ });
    await choice.uncheck();
    await page.getByText('Kept.').waitFor();
    await page.reload();
    expect(await choice.isChecked()).toBe(false);
    const { body } = await shopper.ask('GET /api/v1/account/export', {});
    expect(body.mailChoices).toEqual({ reviewRequests: false });
    await choice.scrollIntoViewIfNeeded();
    await look(page, 'account-mails');
    await page.goto('/mails/end#what');
    await page.getByRole('heading', { name: 'This link leads nowhere' }).waitFor();
  }, 60_000);

  test('leads nowhere by a link that is not whole', async () => {
    const page = await openPage();
    await page.goto('/back-in-stock/confirm#what');
    await page.getByRole('heading', { name: 'This link leads nowhere' }).waitFor();
    await page.goto(`/back-in-stock/confirm?again#${crypto.randomUUID()}.${'A'.repeat(43)}`);
    await page.getByRole('button', { name: 'Yes, tell me' }).click();
    await page.getByRole('heading', { name: 'This link leads nowhere' }).waitFor();
  }, 60_000);
});
