import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { generateSync } from 'otplib';
import { barriersOf } from '../src/barriers.ts';
import { createMailbox } from '../src/mailbox.ts';
import { keepScreenshot } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { openPage } = browserFixture({ timeoutMs: 15_000 });
const password = 'a harbour in november';
const nextPassword = 'another one in spring';

const mailboxOf = (email: string) => createMailbox(theStack(), email);
const newEmail = () => `aboard-${crypto.randomUUID()}@example.test`;

const register = async (page: Page, email: string, returnTo = '/account') => {
  await page.goto(`/auth/register?returnTo=${encodeURIComponent(returnTo)}`);
  await page.getByLabel('Your name').fill('Ingrid Aboard');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL(`**${returnTo}`);
};
const fillSignIn = async (page: Page, email: string, typed: string) => {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(typed);
  await page.getByRole('button', { name: 'Sign in' }).click();
};
/** What is looked at stays to be looked at, and keeps nobody out. */
const look = async (page: Page, name: string) => {
  expect(await barriersOf(page)).toEqual([]);
  await keepScreenshot(page, `accounts-${name}`);
};

test('an account is of use at once, and its owner confirms the address by mail', async () => {
  const page = await openPage();
  const email = newEmail();
  await register(page, email);
  await page.getByText('Is this your address? Please confirm it').waitFor();
  await look(page, 'unconfirmed');
  await page.goto(await mailboxOf(email).linkOf(/^Confirm your address/));
  await page.getByRole('heading', { name: 'Confirm your address' }).waitFor();
  await look(page, 'confirm');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('heading', { name: 'All fast and belayed' }).waitFor();
  await look(page, 'confirmed');
  await page.goto('/account');
  await page.getByRole('heading', { name: 'How you sign in' }).waitFor();
  expect(await page.getByText('Please confirm it').count()).toBe(0);
  expect(await mailboxOf(email).subjects()).not.toContain('Your password at Quayside was changed');
}, 120_000);

test('who forgot the password sets a new one by mail, and whoever was signed in is out', async () => {
  const page = await openPage();
  const email = newEmail();
  await register(page, email);
  await page.goto(await mailboxOf(email).linkOf(/^Confirm your address/));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('heading', { name: 'All fast and belayed' }).waitFor();

  const elsewhere = createShopClient(theStack().origin);
  await elsewhere.signIn(email, password);
  await page.goto('/identity/reset');
  await look(page, 'reset');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
  await look(page, 'reset-asked');
  const link = await mailboxOf(email).linkOf(/^Set a new password/);
  await page.goto(link);
  await page.getByLabel('New password').fill('1234567890');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByText('everybody tries first').waitFor();
  await look(page, 'reset-refused');
  await page.getByLabel('New password').fill(nextPassword);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByRole('heading', { name: 'Your password is set' }).waitFor();
  expect((await elsewhere.ask('GET /auth/session', {})).body).toEqual({ authenticated: false });
  await page.getByRole('link', { name: 'Sign in', exact: true }).click();
  await fillSignIn(page, email, nextPassword);
  await page.waitForURL('**/');
  await page.goto(link);
  await page.getByRole('heading', { name: 'This link has done its work' }).waitFor();
  await look(page, 'used-up');
}, 120_000);

test('signing in takes a code of an app once that is set up, or a recovery code when the phone is lost', async () => {
  const page = await openPage();
  const email = newEmail();
  await register(page, email);
  await page.getByRole('button', { name: 'Set up codes' }).click();
  await page.getByLabel('Your password').fill(password);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('img', { name: 'QR code' }).waitFor();
  await look(page, 'second-factor');
  const secret = (await page.locator('[data-secret]').getAttribute('data-secret')) ?? '';
  const codeAt = (seconds: number) =>
    generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + seconds });
  await page.getByLabel('The six digits').fill(codeAt(0));
  await page.getByRole('button', { name: 'Turn codes on' }).click();
  await page.getByText('From now on signing in takes a code').waitFor();
  await look(page, 'recovery-codes');
  const [recoveryCode = ''] = await page.locator('ol li').allTextContents();
  await page.getByRole('button', { name: 'I have written them down' }).click();
  await page.getByText('10 recovery codes are left').waitFor();

  const signInWith = async (code: string) => {
    const browser = page.context();
    await browser.clearCookies();
    await page.goto('/auth/login?returnTo=/account');
    await fillSignIn(page, email, password);
    await page.getByRole('heading', { name: 'Your code' }).waitFor();
    await page.getByLabel('Code').fill('000000');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('That code is not right').waitFor();
    await look(page, 'code');
    await page.getByLabel('Code').fill(code);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/account');
  };
  await signInWith(codeAt(30));
  await signInWith(recoveryCode);
  await page.getByText('9 recovery codes are left').waitFor();
}, 120_000);

test('signing out everywhere ends the sessions of all browsers', async () => {
  const page = await openPage();
  const email = newEmail();
  await register(page, email);
  const other = createShopClient(theStack().origin);
  await other.signIn(email, password);
  await page.reload();
  await page.getByText('this one').waitFor();
  expect(await page.getByRole('listitem').filter({ hasText: 'since' }).count()).toBe(2);
  await look(page, 'devices');
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.waitForURL('**/');
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
  expect((await other.ask('GET /auth/session', {})).body).toEqual({ authenticated: false });
  await page.goto('/account');
  await page.getByLabel('Password').waitFor();
}, 120_000);

test('a sign-in begun in two tabs works in both, and one left open too long goes on where it was going', async () => {
  const page = await openPage();
  const email = newEmail();
  await register(page, email, '/orders');
  await page.context().clearCookies();

  const second = await page.context().newPage();
  await page.goto('/auth/login?returnTo=/orders');
  await second.goto('/auth/login?returnTo=/account');
  await fillSignIn(page, email, password);
  await page.waitForURL('**/orders');
  await fillSignIn(second, email, password);
  await second.waitForURL('**/account');

  await page.context().clearCookies();
  await page.goto('/auth/login?returnTo=/orders');
  // As if an hour had gone by: the provider knows nothing of it any more.
  await page.context().clearCookies({ name: /-op-interaction-/ });
  const expired = page.url();
  await fillSignIn(page, email, password);
  await page.waitForURL(({ href }) => href !== expired && href.includes('/sign-in?again='));
  await fillSignIn(page, email, password);
  await page.waitForURL('**/orders');
  await page.goBack();
  await page.getByRole('link', { name: 'Sign in again' }).waitFor();
  await look(page, 'expired');
}, 120_000);
