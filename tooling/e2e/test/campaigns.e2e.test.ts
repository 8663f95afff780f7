import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { desktop, keepScreenshot, phone } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin } = theStack();
const { openPage, signedIn } = browserFixture({ timeoutMs: 30_000 });
const merchandiser = 'merchandiser@quayside.test';
const run = Date.now().toString(36).toUpperCase();
const code = `SAIL-${run}`;
const name = `First sail ${run}`;
const germanName = `Erster Törn ${run}`;

/** At the widths that people have: nothing keeps anybody out, and nothing is wider than the screen. */
const look = async (page: Page, title: string): Promise<void> => {
  const before = page.viewportSize() ?? desktop;
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: before.height });
    await keepScreenshot(page, `${title}-${width}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  }
  await page.setViewportSize(before);
  expect(await barriersOf(page)).toEqual([]);
};
const discount = (page: Page) => page.getByText(`Discount: ${name}`);
/** Somebody with something in the basket, at the basket. */
const atTheBasket = async (viewport = desktop): Promise<Page> => {
  const page = await openPage(viewport);
  await page.goto('/catalog?inStock=true');
  await page.locator('main a[href^="/products/"]').first().click();
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await page.getByText('It is in your basket.').waitFor();
  await page.goto('/basket');
  return page;
};

describe('a code that a merchandiser gives out', () => {
  let campaign: string;
  const ofCustomers = `ONCE-${run}`;

  beforeAll(async () => {
    const staff = createShopClient(origin);
    await staff.signIn(merchandiser);
    const made = await staff.ask('POST /api/v1/admin/marketing/campaigns', {
      body: {
        ...{ name: `Once each ${run}`, headline: 'Once', body: 'Once for each.', discountPercent: 10 },
        ...{ code: ofCustomers, maxUsesPerCustomer: 1 },
        ...{ startsAt: '2026-01-01T00:00:00Z', endsAt: '2036-01-01T00:00:00Z' },
      },
    });
    expect(made.status).toBe(201);
    const page = await signedIn('/admin/campaigns', merchandiser);
    await look(page, 'admin-campaigns');
    await page.getByRole('link', { name: 'New campaign' }).click();
    await page.getByRole('button', { name: 'Add the campaign' }).click();
    await page.getByText('This is needed').first().waitFor();
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Name in German').fill(germanName);
    await page.getByLabel('Headline', { exact: true }).fill('A fifth off the first order');
    await page.getByLabel('Text', { exact: true }).fill('For those who sail with us for the first time.');
    await page.getByLabel('Discount in percent').fill('95');
    await page.getByRole('button', { name: 'Add the campaign' }).click();
    await page.getByText('From 0 to 90').waitFor();
    await page.getByLabel('Discount in percent').fill('20');
    await page.getByLabel('Code').fill(code.toLowerCase());
    await page.getByLabel('Orders at most').fill('50');
    await page.getByLabel('Starts').fill('2026-01-01T09:30');
    await look(page, 'admin-campaign-new');
    await page.getByRole('button', { name: 'Add the campaign' }).click();
    await page.waitForURL(/\/admin\/campaigns\/[0-9a-f-]{36}$/);
    campaign = new URL(page.url()).pathname;
    await page.getByText(`Whoever types ${code} has it. Used in 0 orders of 50 at most.`).waitFor();
    expect(await page.getByLabel('Starts').inputValue()).toBe('2026-01-01T09:30');
    await look(page, 'admin-campaign');
    await page.context().close();
  }, 120_000);

  test.each([
    ['desktop', desktop],
    ['phone', phone],
  ] as const)(
    'takes its discount off on a %s, and can be taken off again',
    async (device, viewport) => {
      const page = await atTheBasket(viewport);
      await page.getByLabel('Code', { exact: true }).fill('NOBODY-KNOWS');
      await page.getByRole('button', { name: 'Use it' }).click();
      await page.getByText('We do not know this code').waitFor();
      await keepScreenshot(page, `${device}-basket-code-unknown`);
      await page.getByLabel('Code', { exact: true }).fill(` ${code.toLowerCase()} `);
      await page.getByLabel('Code', { exact: true }).press('Enter');
      await discount(page).waitFor();
      await page.getByText(`${name}: 20 % off`).waitFor();
      await look(page, `${device}-basket-code`);
      await page.reload();
      await discount(page).waitFor();
      await page.getByRole('button', { name: `Take the code ${code} off` }).click();
      await discount(page).waitFor({ state: 'detached' });
    },
    120_000,
  );

  test('is called by its German name on German pages', async () => {
    const page = await atTheBasket();
    await page.getByLabel('Code', { exact: true }).fill(code);
    await page.getByRole('button', { name: 'Use it' }).click();
    await discount(page).waitFor();
    await page.goto('/de/warenkorb');
    await page.getByText(`Rabatt: ${germanName}`).waitFor();
    await page.getByText(`${germanName}: 20 % Rabatt`).waitFor();
    await page.getByText('Versand: Standard').waitFor();
    await look(page, 'german-basket-code');
    await page.context().close();
  }, 60_000);

  test('for each customer once waits for a guest to sign in', async () => {
    const page = await atTheBasket();
    await page.getByLabel('Code', { exact: true }).fill(ofCustomers);
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByText('Sign in to use it').waitFor();
    await look(page, 'basket-code-account');
    await page.context().close();
  }, 60_000);

  test('is not on the home page, which whoever has no code reads', async () => {
    const page = await openPage();
    await page.goto('/');
    await page.getByRole('link', { name: 'See what is reduced' }).first().waitFor();
    expect(await page.getByText('A fifth off the first order').count()).toBe(0);
  }, 60_000);

  test('is ended, and open baskets show it at once; what was done stands in the log', async () => {
    const shopper = await atTheBasket();
    await shopper.getByLabel('Code', { exact: true }).fill(code);
    await shopper.getByRole('button', { name: 'Use it' }).click();
    await discount(shopper).waitFor();
    const context = shopper.context();
    const staff = createShopClient(origin);
    await staff.signIn(merchandiser);
    const id = campaign.split('/').at(-1) ?? '';
    const path = `/api/v1/admin/marketing/campaigns/${id}`;
    const { body } = await staff.call<{ version: number }>('GET', path);
    const ended = await staff.call('POST', `${path}/end`, { headers: { 'if-match': `"v${body.version}"` } });
    expect(ended.status).toBe(200);
    await shopper.getByText('Its time is up').waitFor();
    await discount(shopper).waitFor({ state: 'detached' });
    await keepScreenshot(shopper, 'desktop-basket-code-over');
    await context.close();
    const page = await signedIn(campaign, merchandiser);
    await page.getByText('It is over', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'All in the audit log' }).click();
    const entries = page.getByTestId(/^entry-campaign-/);
    await entries.first().getByText(/ended/).waitFor();
    expect(await entries.count()).toBe(2);
  }, 120_000);
});

describe('a campaign for everybody', () => {
  test('is made with the keyboard, shown on the home page, and ended on its page', async () => {
    const page = await signedIn('/admin/campaigns/new');
    const title = `Regatta ${run}`;
    await page.getByLabel('Name', { exact: true }).focus();
    await page.keyboard.type(title);
    await page.keyboard.press('Tab');
    await page.keyboard.type(`Regatta auf Deutsch ${run}`);
    await page.keyboard.press('Tab');
    await page.keyboard.type(`Sails up, says ${run}`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('No discount, just wind.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('0');
    await page.getByLabel('Starts').fill('2026-01-02T08:00');
    await page.getByRole('button', { name: 'Add the campaign' }).press('Enter');
    await page.waitForURL(/\/admin\/campaigns\/[0-9a-f-]{36}$/);
    await page.getByRole('button', { name: 'End it now' }).click();
    await keepScreenshot(page, 'desktop-admin-campaign-end');
    await page.getByRole('button', { name: 'End the campaign' }).click();
    await page.getByText('It is over', { exact: true }).waitFor();
    await page.goto('/admin/campaigns?state=over');
    await page.getByRole('link', { name: title }).waitFor();
  }, 120_000);
});
