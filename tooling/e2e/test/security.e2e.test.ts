import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { barriersOf } from '../src/barriers.ts';
import { eventually } from '../src/control.ts';
import { keepScreenshot, phone } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { signedIn } = browserFixture({ timeoutMs: 30_000 });
const password = 'a harbour in november';

const newcomer = async (name: string) => {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}-${crypto.randomUUID().slice(0, 8)}@example.test`;
  const client = createShopClient(theStack().origin);
  await client.register(name, email, password);
  const { user } = (await client.ask('GET /auth/session', {})).body;
  return { email, name, id: String(user?.id) };
};

/** What was noted is kept within a second or two. */
const isKept = async (account: string, events: readonly string[]) => {
  const admin = createShopClient(theStack().origin);
  await admin.signIn('admin@quayside.test');
  await eventually(`the security log to know ${events.join(', ')}`, async () => {
    const query = { account };
    const { items } = (await admin.ask('GET /api/v1/admin/identity/security', { query })).body;
    return events.every((event) => items.some((item) => item.event === event));
  });
};

describe('the security log', () => {
  test('stands beside what the staff changed, and is found by what, who and when', async () => {
    const someone = await newcomer('Ragna Skov');
    for (let turn = 0; turn < 3; turn += 1)
      await createShopClient(theStack().origin)
        .signIn(someone.email, 'guessed')
        .catch(() => undefined);
    await isKept(someone.id, ['user_created', 'authn_login_fail', 'session_created']);
    const page = await signedIn('/admin/audit', 'admin@quayside.test');
    await page.getByLabel('Show').selectOption('Sign-ins and security');
    await page.waitForURL('**/admin/audit?show=security');
    await page.getByLabel('Event').selectOption('Failed sign-in');
    await page.waitForURL('**event=authn_login_fail**');
    const failed = page.getByTestId('security-authn_login_fail').filter({ hasText: someone.name }).first();
    await failed.waitFor();
    expect(await failed.innerText()).toContain('wrong password, or no such account');
    expect(await barriersOf(page)).toEqual([]);
    await failed.getByRole('link', { name: someone.name }).click();
    await page.waitForURL(`**actor=${someone.id}**`);
    await page.getByTestId('security-user_created').getByText(someone.name).waitFor();
    expect(await page.getByText(someone.email).count()).toBe(0);
    await keepScreenshot(page, 'desktop-admin-security');

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'As CSV' }).click();
    const file = await readFile(await (await download).path(), 'utf8');
    expect(file).toContain('authn_login_fail');
    expect(file).toContain(someone.id);
    expect(file).not.toContain(someone.email);

    await page.setViewportSize(phone);
    await page.reload();
    await page.getByTestId('security-user_created').waitFor();
    await keepScreenshot(page, 'phone-admin-security');
    expect(await barriersOf(page)).toEqual([]);
  }, 120_000);

  test('of one account is on the page of the customer, also for support', async () => {
    const someone = await newcomer('Torben Vind');
    await isKept(someone.id, ['user_created']);
    const page = await signedIn(`/admin/customers/${someone.id}`, 'support@quayside.test');
    await page.getByTestId('security-user_created').waitFor();
    expect(await page.getByRole('link', { name: 'All of this account' }).count()).toBe(0);
    await keepScreenshot(page, 'desktop-admin-customer-security');
    await page.setViewportSize(phone);
    await keepScreenshot(page, 'phone-admin-customer-security');
  }, 120_000);
});

describe('what asks for a recent sign-in', () => {
  test('is asked for in a window of its own; what was begun goes on by itself', async () => {
    const someone = await newcomer('Liv Storm');
    const page = await signedIn(`/admin/customers/${someone.id}`, 'admin@quayside.test');
    const exports = `**/api/v1/admin/customers/${someone.id}/export`;
    // Nobody waits for a quarter of an hour: the first answer is that of a service then, and the provider asks anyway.
    let asked = 0;
    await page.context().route(exports, async (route) => {
      asked += 1;
      if (asked > 1) return route.continue();
      return route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          code: 'step-up-required',
          title: 'Show once more that it is you',
          status: 401,
        }),
      });
    });
    await page
      .context()
      .route('**/auth/login?stepUp=recent*', (route) =>
        route.continue({ url: route.request().url().replace('stepUp=recent', 'stepUp=anew') }),
      );
    await page.getByLabel('Note for colleagues').fill('What was typed stays');
    await page.getByRole('button', { name: 'Export their data' }).click();
    const dialog = page.getByRole('dialog', { name: 'Is it you?' });
    await dialog.waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await keepScreenshot(page, 'desktop-admin-step-up');
    await page.setViewportSize(phone);
    await keepScreenshot(page, 'phone-admin-step-up');
    const opened = page.context().waitForEvent('page');
    await dialog.getByRole('link', { name: 'Sign in once more' }).click();
    const download = page.waitForEvent('download');
    const asking = await opened;
    await asking.getByRole('heading', { name: 'Is it you?' }).waitFor();
    expect(await asking.getByLabel('E-mail address').inputValue()).toBe('admin@quayside.test');
    await asking.setViewportSize(phone);
    await keepScreenshot(asking, 'phone-sign-in-once-more');
    await asking.getByLabel('Password').fill('quayside-demo');
    await asking.getByRole('button', { name: 'Sign in' }).click();
    const file = await readFile(await (await download).path(), 'utf8');
    expect(file).toContain(someone.email);
    expect(asked).toBe(2);
    expect(await page.getByLabel('Note for colleagues').inputValue()).toBe('What was typed stays');
    expect(await dialog.count()).toBe(0);
  }, 120_000);

  test('is not done where it is left', async () => {
    const someone = await newcomer('Nils Holm');
    const page = await signedIn(`/admin/customers/${someone.id}`, 'admin@quayside.test');
    const body = JSON.stringify({
      code: 'step-up-required',
      title: 'Show once more that it is you',
      status: 401,
    });
    await page
      .context()
      .route('**/export', (route) => route.fulfill({ status: 401, contentType: 'application/json', body }));
    await page.getByRole('button', { name: 'Export their data' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave it' }).click();
    await page.getByRole('alert').getByText('Show once more that it is you').waitFor();
  }, 60_000);
});

test('whoever needs a second factor is told how to come by one', async () => {
  const page = await signedIn('/admin/second-factor', 'admin@quayside.test');
  await page.getByRole('heading', { name: 'The back office asks for a second factor' }).waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await keepScreenshot(page, 'desktop-admin-second-factor');
  await page.setViewportSize(phone);
  await keepScreenshot(page, 'phone-admin-second-factor');
}, 60_000);
