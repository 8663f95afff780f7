import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOf } from '../src/barriers.ts';
import { keepScreenshot, phone } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { openPage } = browserFixture({ timeoutMs: 30_000 });
const password = 'a harbour in november';

/** A device with a fingerprint reader that is touched at once, in place of one that the machine has not. */
const withAuthenticator = async (page: Page) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal' },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
      automaticPresenceSimulation: true,
    },
  });
  const asBefore = { authenticatorId, isUserVerified: true };
  return {
    /** Another finger: the device does not know whoever touches it. */
    refuse: () => devtools.send('WebAuthn.setUserVerified', { ...asBefore, isUserVerified: false }),
    accept: () => devtools.send('WebAuthn.setUserVerified', asBefore),
  };
};

test('a passkey is added, named, signs in without name or password, and is removed', async () => {
  const email = `passkey-${crypto.randomUUID().slice(0, 8)}@example.test`;
  await createShopClient(theStack().origin).register('Gro Sund', email, password);
  const page = await openPage();
  const device = await withAuthenticator(page);
  await page.goto('/auth/login?returnTo=/account');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/account');

  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('What to call it').fill('Laptop');
  await page.getByLabel('Your password').fill('guessed');
  await page.getByRole('button', { name: 'Add the passkey' }).click();
  await page.getByText('That is not the password of this account').waitFor();
  await page.getByLabel('Your password').fill(password);
  await page.getByRole('button', { name: 'Add the passkey' }).click();
  await page.getByRole('button', { name: 'Rename Laptop' }).click();
  await page.getByLabel('What to call it').fill('Laptop at home');
  await page.getByRole('button', { name: 'Save the name' }).click();
  await page.getByRole('button', { name: 'Rename Laptop at home' }).waitFor();
  const copy = await page.evaluate<string>(`fetch('/api/v1/account/export').then((answer) => answer.text())`);
  expect(JSON.parse(copy)).toMatchObject({
    protection: { passkeys: [{ name: 'Laptop at home' }], secondFactor: { on: false } },
    sessions: [{ isThis: true }, { isThis: false }],
  });
  expect(await barriersOf(page)).toEqual([]);
  await keepScreenshot(page, 'desktop-account-passkeys');
  await page.setViewportSize(phone);
  await keepScreenshot(page, 'phone-account-passkeys');

  await page.context().clearCookies();
  await page.goto('/auth/login?returnTo=/account');
  const withPasskey = page.getByRole('button', { name: 'Use a passkey' });
  await withPasskey.waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await keepScreenshot(page, 'phone-sign-in-passkey');
  await device.refuse();
  await withPasskey.click();
  await page.getByText('No passkey answered').waitFor();
  await device.accept();
  await withPasskey.click();
  await page.waitForURL('**/account');
  await page.getByText(email).first().waitFor();

  await page.getByRole('button', { name: 'Remove Laptop at home' }).click();
  await page.getByLabel('Your password').fill(password);
  await page.getByRole('button', { name: 'Remove Laptop at home', exact: true }).last().click();
  await page.getByRole('button', { name: 'Rename Laptop at home' }).waitFor({ state: 'detached' });

  await page.context().clearCookies();
  await page.goto('/auth/login?returnTo=/account');
  await withPasskey.click();
  await page.getByText('That passkey does not open an account here').waitFor();
}, 120_000);
