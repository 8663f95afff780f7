import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { buyOne, settled } from '../src/buy.ts';
import { eventually } from '../src/control.ts';
import { confirmAddress } from '../src/mailbox.ts';
import { keepScreenshot, phone } from '../src/screenshots.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { signedIn } = browserFixture({ timeoutMs: 30_000 });
const password = 'a harbour in november';

/** Somebody new, signed in without a browser. */
const newcomer = async (name: string): Promise<{ client: ShopClient; email: string; name: string }> => {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}-${crypto.randomUUID().slice(0, 8)}@example.test`;
  const client = createShopClient(theStack().origin);
  await client.register(name, email, password);
  return { client, email, name };
};
const isSignedIn = async (client: ShopClient) =>
  (await client.ask('GET /auth/session', {})).body.authenticated;

const places = (page: Page) =>
  page.getByRole('navigation', { name: 'Administration' }).getByRole('link').allInnerTexts();

describe('a member of the staff', () => {
  test('of support works on orders and customers, and is shown nothing else', async () => {
    const shopper = createShopClient(theStack().origin);
    await shopper.signIn('shopper@quayside.test');
    await shopper.emptyBasket();
    const orderId = await buyOne(shopper);
    expect(await settled(shopper, orderId)).toBe('paid');

    const page = await signedIn('/admin/orders', 'support@quayside.test');
    expect(await places(page)).toEqual(['Orders', 'Draft orders', 'Invoices', 'Customers']);
    for (const path of [
      '/admin/products',
      '/admin/brands/new',
      '/admin/stock/receive',
      '/admin/users',
      '/admin/audit',
    ]) {
      const answer = await page.goto(path);
      expect([path, answer?.status()]).toEqual([path, 403]);
      await page.getByRole('heading', { name: 'Not open to your role' }).waitFor();
    }
    expect(await barriersOf(page)).toEqual([]);
    await keepScreenshot(page, 'desktop-admin-forbidden');
    await page.getByRole('link', { name: 'To what is yours' }).click();
    await page.waitForURL('**/admin/orders');

    await page.goto(`/admin/orders/${orderId}`);
    await page.getByRole('button', { name: 'Refund', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Your role gives back up to $100.00 of an order').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await dialog.getByLabel('An amount besides').fill('3');
    await dialog.getByLabel('Why').fill('Scratched');
    await dialog.getByRole('button', { name: 'Refund $3.00' }).click();
    await page.getByTestId('timeline').getByText('Refunded').waitFor();

    await page.keyboard.press('Control+k');
    await page.keyboard.type('signe');
    await page
      .getByRole('option', { name: /Signe Holm/ })
      .first()
      .waitFor();
    await page.getByRole('option', { name: /shopper@quayside.test/ }).click();
    await page.waitForURL('**/admin/customers/*');
    await page.getByRole('button', { name: 'Sign out everywhere' }).waitFor();
    expect(await page.getByRole('button', { name: 'Disable the account' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Export their data' }).count()).toBe(0);
    expect(await page.getByText('Last changes').count()).toBe(0);
  }, 150_000);

  test('who keeps the catalog works on it, and is shown no person', async () => {
    const page = await signedIn('/admin/products', 'merchandiser@quayside.test');
    const shown = await places(page);
    expect(shown).toEqual(expect.arrayContaining(['Products', 'Stock', 'Brands', 'Audit log']));
    expect(shown.filter((place) => ['Orders', 'Customers', 'Users and roles'].includes(place))).toEqual([]);
    for (const path of ['/admin/orders', '/admin/customers', '/admin/users']) {
      const answer = await page.goto(path);
      expect([path, answer?.status()]).toEqual([path, 403]);
    }
    await page.goto('/admin/audit');
    await page.getByRole('heading', { level: 1, name: 'Audit log' }).waitFor();
    expect(await page.locator('select[name="entity"]').innerText()).not.toMatch(/order|customer|user/);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('signe');
    await page.getByText('Nothing goes by that name').waitFor();
    await page.keyboard.press('Escape');
    await page.goto('/admin/brands/new');
    await page.getByLabel('Name').fill(`Skerry ${Date.now()}`);
    await page.getByRole('button', { name: 'Add the brand' }).click();
    await page.waitForURL(/\/admin\/brands\/\d+$/);
  }, 90_000);
});

describe('roles', () => {
  test('are given and taken, at once and on record; the last admin stays', async () => {
    const { client, email, name } = await newcomer('Runa Watch');
    await confirmAddress(client, theStack(), email);
    const page = await signedIn('/admin/users');
    expect(await barriersOf(page)).toEqual([]);
    await page.locator('select[name="role"]').selectOption('any');
    await page.waitForURL(/role=any/);
    await page.getByRole('link', { name: 'Maren Krogh' }).waitFor();
    await keepScreenshot(page, 'desktop-admin-users');
    await page.keyboard.press('/');
    await page.keyboard.type(email);
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    await page.goto(`/admin/users?q=${encodeURIComponent(email)}`);
    await page.getByRole('link', { name }).click();
    await page.getByRole('checkbox', { name: /Support/ }).check();
    await page.getByRole('button', { name: 'Change the roles' }).click();
    const confirm = page.getByRole('alertdialog');
    await confirm.getByText('Now: Shopper only. From then on: Support.').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await keepScreenshot(page, 'desktop-admin-roles');
    await confirm.getByRole('button', { name: 'Change the roles' }).click();
    await page.getByText(`${name} signs in anew as: Support`).waitFor();
    await page.getByText('roles-given').waitFor();
    await page.setViewportSize(phone);
    await keepScreenshot(page, 'phone-admin-roles');

    // They were signed out by it, and are let in anew with what they may do.
    expect(await isSignedIn(client)).toBe(false);
    await client.signIn(email, password);
    expect((await client.call('GET', '/api/v1/staff/orders')).status).toBe(200);
    await page.getByRole('checkbox', { name: /Support/ }).uncheck();
    await page.getByRole('button', { name: 'Change the roles' }).click();
    await confirm.getByRole('button', { name: 'Change the roles' }).click();
    await page.getByText(`${name} signs in anew as: Shopper only`).waitFor();
    expect((await client.call('GET', '/api/v1/staff/orders')).status).toBe(401);
    const asked = await client.visit('/admin');
    expect(asked.url.pathname).toMatch(/^\/identity\//);

    await page.goto('/admin/users?role=admin');
    await page.getByRole('link', { name: 'Aksel Brandt' }).click();
    await page.getByRole('checkbox', { name: /Admin/ }).uncheck();
    await page.getByRole('button', { name: 'Change the roles' }).click();
    await confirm.getByRole('button', { name: 'Change the roles' }).click();
    await page.getByRole('alert').getByText('Somebody has to be an admin').waitFor();
  }, 150_000);
});

test('a customer is looked up, noted about, signed out everywhere, disabled, and found in the log', async () => {
  const { client, email, name } = await newcomer('Torunn Lost');
  const orderId = await buyOne(client);
  expect(await settled(client, orderId)).toBe('paid');
  const page = await signedIn('/admin/customers');
  await page.keyboard.press('/');
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=torunn/);
  const row = page.getByRole('row').filter({ hasText: email });
  await eventually('the order in the list', async () => {
    await page.reload();
    return /\$\d/.test(await row.innerText());
  });
  expect(await barriersOf(page)).toEqual([]);
  await keepScreenshot(page, 'desktop-admin-customers');
  await row.getByRole('link', { name }).click();
  await page.waitForURL('**/admin/customers/*');
  await page.getByRole('heading', { name: 'Where orders went' }).waitFor();
  await page.getByText('Strandgade 12').waitFor();
  expect(await barriersOf(page)).toEqual([]);

  await page.getByLabel('Note for colleagues').fill('Asked whether the lamp floats.');
  await page.getByRole('button', { name: 'Add the note' }).click();
  await page.getByTestId('notes').getByText('Asked whether the lamp floats.').waitFor();
  await keepScreenshot(page, 'desktop-admin-customer');
  await page.setViewportSize(phone);
  await keepScreenshot(page, 'phone-admin-customer');

  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  expect(await barriersOf(page)).toEqual([]);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign them out' }).click();
  await page.getByText(`${name} is signed in nowhere any more`).waitFor();
  expect(await isSignedIn(client)).toBe(false);
  await client.signIn(email, password);

  await page.getByRole('button', { name: 'Disable the account' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disable the account' }).click();
  await page.getByRole('button', { name: 'Enable the account' }).waitFor();
  expect(await isSignedIn(client)).toBe(false);
  await expect(client.signIn(email, password)).rejects.toThrow('could not sign in');
  await page.getByRole('button', { name: 'Enable the account' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Enable the account' }).click();
  await page.getByRole('button', { name: 'Disable the account' }).waitFor();
  await client.signIn(email, password);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export their data' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('quayside-customer.json');
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.goto(`/admin/audit?entity=customer&entityId=${id}`);
  const entries = page.getByTestId(`entry-customer-${id}`);
  await entries.first().waitFor();
  const actions = (await entries.allInnerTexts()).map(
    (text) => /viewed|noted|signed-out|disabled|enabled|exported/.exec(text)?.[0],
  );
  expect(actions).toEqual(['exported', 'enabled', 'disabled', 'signed-out', 'noted', 'viewed']);
  await page.goto(`/admin/customers/${id}`);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete the account' }).click();
  await page.waitForURL('**/admin/customers');
  await page.goto(`/admin/customers/${id}`);
  await page.getByRole('heading', { name: 'Page not found' }).waitFor();
  expect(await isSignedIn(client)).toBe(false);
}, 180_000);
