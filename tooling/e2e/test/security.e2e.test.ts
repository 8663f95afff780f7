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
    await page.getByRole('link', { name: 'As CSV' }).click();
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
