import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserFixture } from './browser-fixture.ts';

const { openPage, signedIn } = browserFixture({ timeoutMs: 15_000 });
const shopper = 'shopper@quayside.test';
const stored = (page: Page) =>
  page.evaluate<string[]>('[...Object.values(localStorage), ...Object.values(sessionStorage)]');

describe('a password field', () => {
  test.each([
    ['sign-in', '/auth/login?returnTo=/account', 'current-password'],
    ['registration', '/auth/register?returnTo=/account', 'new-password'],
  ])('of the %s is masked, may be pasted into, and is known to managers', async (_, path, autocomplete) => {
    const page = await openPage();
    await page.goto(path);
    const field = page.getByLabel('Password');
    expect(await field.getAttribute('type')).toBe('password');
    expect(await field.getAttribute('autocomplete')).toBe(autocomplete);
    await field.focus();
    await page.evaluate(`document.activeElement.dispatchEvent(new InputEvent('beforeinput',
      { inputType: 'insertFromPaste', data: 'a pasted one', bubbles: true, cancelable: true }))`);
    await page.keyboard.insertText('a pasted password');
    expect(await field.inputValue()).toBe('a pasted password');
  });
});

const openMenu = (page: Page) => page.getByRole('button', { name: /your account/ }).click();
const signOutIn = (page: Page) => page.getByRole('menuitem', { name: 'Sign out' });

describe('whoever is signed in', () => {
  test('can sign out on every page', async () => {
    const page = await signedIn('/account', shopper);
    for (const path of ['/', '/catalog', '/basket', '/wishlist', '/account', '/orders', '/about']) {
      await page.goto(path);
      await openMenu(page);
      await signOutIn(page).waitFor();
    }
  });

  test('leaves nothing of themselves in the browser after signing out, nor does Back show it', async () => {
    const page = await signedIn('/account', shopper);
    await page.getByText(shopper).first().waitFor();
    await page.evaluate(`sessionStorage.setItem('kept', '${shopper}')`);
    await openMenu(page);
    await signOutIn(page).click();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText(shopper).count()).toBe(0);
    expect((await stored(page)).join()).not.toContain(shopper);
  });
});
