import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { look } from '../src/look.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { openPage } = browserFixture({ timeoutMs: 30_000 });
const password = 'a harbour in november';
const nameless = () => crypto.randomUUID().slice(0, 8);

/** At the other provider, whose page takes anybody's word. */
const say = async (page: Page, { sub, name, email }: { sub: string; name: string; email: string }) => {
  await page.getByLabel('Account').fill(sub);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('It is verified').check();
  await page.getByRole('button', { name: 'Allow' }).click();
};

test('somebody new comes by another provider to an account, and to the page they wanted', async () => {
  const person = { sub: `sub-${nameless()}`, name: 'Runa Vik', email: `runa-${nameless()}@example.test` };
  const page = await openPage();
  await page.goto('/auth/login?returnTo=/account');
  await look(page, 'outside-sign-in');
  await page.getByRole('link', { name: 'Continue with Pilot House' }).click();
  await say(page, person);
  await page.getByRole('heading', { name: 'Welcome aboard' }).waitFor();
  await page.getByText(person.email).waitFor();
  await look(page, 'outside-welcome');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL('**/account');
  await page.getByText(person.email).first().waitFor();
  await page.getByText('Your account has no password yet').waitFor();
  await look(page, 'outside-account-no-password');

  await page.context().clearCookies();
  await page.goto('/auth/login?returnTo=/de/konto');
  await page.getByRole('link', { name: 'Weiter mit Pilot House' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Pilot House hat Sie nicht angemeldet').waitFor();
  await look(page, 'outside-cancelled-de');
  await page.getByRole('link', { name: 'Weiter mit Pilot House' }).click();
  await say(page, person);
  await page.waitForURL('**/de/konto');
  await page.getByText('Konten anderswo').waitFor();
}, 180_000);

test('an account links another provider with its password, is opened by it, and removes it', async () => {
  const email = `gro-${nameless()}@example.test`;
  await createShopClient(theStack().origin).register('Gro Sund', email, password);
  const person = { sub: `sub-${nameless()}`, name: 'G. Sund', email: `elsewhere-${nameless()}@mail.test` };
  const page = await openPage();
  await page.goto('/auth/login?returnTo=/account');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/account');

  await page.getByRole('button', { name: 'Link Pilot House' }).click();
  await page.getByLabel('Your password').fill('guessed');
  await page.getByRole('button', { name: 'Go on to Pilot House' }).click();
  await page.getByText('That is not the password of this account').waitFor();
  await page.getByLabel('Your password').fill(password);
  await page.getByRole('button', { name: 'Go on to Pilot House' }).click();
  await say(page, person);
  await page.waitForURL('**/account#sign-in');
  await page.getByText(person.email).waitFor();
  await look(page, 'outside-account-linked');

  await page.context().clearCookies();
  await page.goto('/auth/login?returnTo=/account');
  await page.getByRole('link', { name: 'Continue with Pilot House' }).click();
  await say(page, person);
  await page.waitForURL('**/account');
  await page.getByText(email).first().waitFor();

  await page.getByRole('button', { name: 'Remove Pilot House' }).click();
  await page.getByLabel('Your password').fill(password);
  await page.getByRole('button', { name: 'Remove Pilot House', exact: true }).last().click();
  await page.getByText(person.email).waitFor({ state: 'detached' });

  await page.context().clearCookies();
  await page.goto('/auth/login?returnTo=/account');
  await page.getByRole('link', { name: 'Continue with Pilot House' }).click();
  await say(page, { ...person, email });
  await page.getByRole('heading', { name: 'Welcome aboard' }).waitFor();
  await page.getByRole('link', { name: 'Sign in and link' }).click();
  await page.getByRole('heading', { name: 'Sign in to your account' }).waitFor();
  await look(page, 'outside-link');
  expect(await page.getByLabel('E-mail address').inputValue()).toBe(email);
}, 180_000);
