import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { eventually } from '../src/control.ts';
import { look } from '../src/look.ts';
import { createMailCatcher } from '../src/mail-catcher.ts';
import { desktop, keepScreenshot } from '../src/screenshots.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const stack = theStack();
const { openPage } = browserFixture({ timeoutMs: 30_000 });
const { mails } = createMailCatcher(stack);
const password = 'a harbour in november';
const actions = ['registration', 'reset', 'contact', 'sign-in'];

// As a replica tells the others.
const redis = new Redis(stack.stores.redis);
beforeAll(async () => {
  for (const action of actions) await redis.set(`gateway:attack:${action}`, '1', 'PX', 600_000);
});
afterAll(async () => {
  await redis.del(actions.map((action) => `gateway:attack:${action}`));
  redis.disconnect();
});

describe('under attack a browser computes what is asked, by itself', () => {
  test('somebody makes an account by keyboard, signs out and in again, and asks for a new password', async () => {
    const email = `una-${crypto.randomUUID().slice(0, 8)}@example.test`;
    const page = await openPage();
    const tasks: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/v1/proof-of-work/')) tasks.push(pathname.split('/').at(-1) ?? '');
    });
    await page.goto('/auth/register?returnTo=/account');
    await page.getByLabel('Your name').fill('Una Nord');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/account');

    await page.context().clearCookies();
    await page.goto('/auth/login?returnTo=/de/konto');
    await page.getByLabel('E-Mail-Adresse').fill(email);
    await page.getByLabel('Passwort').fill('not the one');
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await look(page, 'proof-sign-in-de');
    await page.getByLabel('Passwort').fill(password);
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await page.waitForURL('**/de/konto');

    await page.goto('/identity/reset');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
    expect(tasks).toEqual(['registration', 'sign-in', 'sign-in', 'reset']);
  }, 180_000);

  test('a visitor writes to the shop, after a fault once more', async () => {
    const mark = crypto.randomUUID();
    const page = await openPage();
    await page.goto('/contact');
    await page.getByLabel('Your message').fill(`Are you there, ${mark}?`);
    await page.getByLabel('Your name').fill('Una Nord');
    await page.getByLabel('Your e-mail address').fill('una@');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('This is no e-mail address.').waitFor();
    await page.getByLabel('Your e-mail address').fill('una@example.com');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL('**/contact/sent');
    await eventually('the mail', async () => (await mails()).some(({ text }) => text.includes(mark)));
  }, 120_000);
});

describe('under attack a browser without scripts', () => {
  test('reads what to do, and keeps what was typed in the contact form', async () => {
    const page = await openPage(desktop, { javaScriptEnabled: false });
    await page.goto('/de/kontakt');
    await page.getByLabel('Ihre Nachricht').fill('Ist da jemand?');
    await page.getByLabel('Ihr Name').fill('Una Nord');
    await page.getByLabel('Ihre E-Mail-Adresse').fill('una@example.com');
    await page.getByRole('button', { name: 'Absenden' }).click();
    await page.getByText('Noch nicht gesendet: Uns schreiben gerade sehr viele.').waitFor();
    expect(await page.getByLabel('Ihre Nachricht').inputValue()).toBe('Ist da jemand?');
    // axe needs scripts.
    await keepScreenshot(page, 'proof-contact-german');

    await page.goto('/identity/reset');
    await page.getByLabel('E-mail address').fill('una@example.com');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await page.getByRole('heading', { name: 'Not sent yet' }).waitFor();
    await keepScreenshot(page, 'proof-missing');
    await page.setViewportSize({ width: 360, height: 800 });
    await keepScreenshot(page, 'proof-missing-360');
    await page.getByRole('link', { name: 'Schreiben Sie uns' }).waitFor();
  }, 120_000);
});
