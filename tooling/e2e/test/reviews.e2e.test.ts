import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { buyOne, settled } from '../src/buy.ts';
import { eventually } from '../src/control.ts';
import { desktop, keepScreenshot, phone } from '../src/screenshots.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const { openPage, signedIn } = browserFixture({ timeoutMs: 30_000 });
const merchandiser = 'merchandiser@quayside.test';
const email = `reviewer-${crypto.randomUUID().slice(0, 8)}@example.test`;
const title = `Held in a gale ${Date.now().toString(36)}`;
let buyer: ShopClient;
let path: string;
let slug: string;

beforeAll(async () => {
  buyer = createShopClient(origin);
  await buyer.register('Signe Holm', email, 'quayside-demo');
  const orderId = await buyOne(buyer);
  expect(await settled(buyer, orderId)).toBe('paid');
  const [line] = (await buyer.order(orderId)).body.items;
  const { body: item } = await buyer.item(line?.itemId ?? 0);
  // An item of a product with colours is named after both; the page of the item leads to that of the product.
  const page = await buyer.visit(`/products/${item.slug}`);
  path = page.url.pathname;
  slug = path.split('/').at(-1) ?? '';
  await eventually('the purchase to be known', async () => {
    const answer = await buyer.ask('GET /api/v1/catalog/products/:slug/reviews/mine', { params: { slug } });
    return answer.body.mayWrite;
  });
}, 150_000);

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

describe('a review', () => {
  test('is written by who bought it, read by staff, and shown to everybody', async () => {
    const page = await signedIn(path, email);
    await page.getByRole('button', { name: 'Write a review' }).click();
    await page.getByRole('button', { name: 'Send it' }).click();
    await page.getByText('Choose how good it is').waitFor();
    await page.getByText('Very good').click();
    await page.getByLabel('In one line').fill(title);
    await page
      .getByLabel('What it is like')
      .fill('Two days hove to, and it did not move.\n</script><b>Truly.</b>');
    await look(page, 'review-form');
    await page.getByRole('button', { name: 'Send it' }).click();
    await page.getByTestId('own-review').getByText('We read it before it is shown').waitFor();
    await page.context().close();

    const desk = await signedIn('/admin/reviews?state=pending', merchandiser);
    await look(desk, 'admin-reviews');
    await desk.getByRole('link', { name: title }).click();
    await desk.getByRole('button', { name: 'Do not show it' }).click();
    await desk.getByText('Say why: whoever wrote it reads this').waitFor();
    await look(desk, 'admin-review');
    await desk.getByRole('button', { name: 'Show it', exact: true }).click();
    await desk.getByText('Shown', { exact: true }).waitFor();
    await desk.getByLabel('What the shop answers').fill('Fair winds, Signe.');
    await desk.getByRole('button', { name: 'Answer' }).click();
    await desk
      .getByTestId(/^entry-review-/)
      .nth(1)
      .waitFor();
    await desk.context().close();

    const reader = await openPage(phone);
    await reader.goto(`${path}#reviews`);
    const reviews = reader.locator('#reviews');
    await reviews.getByRole('heading', { name: title }).waitFor();
    await reviews.getByText('Fair winds, Signe.').waitFor();
    await reviews
      .getByRole('button', { name: /^Helpful/ })
      .first()
      .click();
    await reviews.getByText('Sign in to say so.').waitFor();
    await look(reader, 'product-reviews');
    const data = await reader.evaluate<string>(
      `[...document.querySelectorAll('script[type="application/ld+json"]')].map((one) => one.textContent).join()`,
    );
    expect(data).toContain('AggregateRating');
    expect(data).not.toContain('</script>');
    expect(await reader.locator('#reviews b').count()).toBe(0);
    await reader.goto('/catalog?sort=rating');
    await reader
      .getByText(/^Rated/)
      .first()
      .waitFor();
    await keepScreenshot(reader, 'phone-listing-rated');
  }, 150_000);

  test('is found helpful once by somebody else, and stands in the account of who wrote it', async () => {
    const page = await signedIn(path, 'shopper@quayside.test');
    const entry = page.locator('#reviews li', { hasText: title });
    await entry.getByRole('button', { name: /^Helpful/ }).click();
    await entry.getByRole('button', { name: 'Helpful (1)' }).waitFor();
    await page.reload();
    await entry.getByRole('button', { name: 'Helpful (1)' }).waitFor();
    await page.context().close();
    const account = await signedIn('/account', email);
    await account.getByText(title).waitFor();
    await look(account, 'account-reviews');
    const { body } = await buyer.ask('GET /api/v1/account/export', {});
    expect(body.reviews).toMatchObject([{ title, state: 'published' }]);
  }, 90_000);
});
