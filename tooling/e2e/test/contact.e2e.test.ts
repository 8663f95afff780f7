import { describe, expect, test } from '@jest/globals';
import { eventually } from '../src/control.ts';
import { look } from '../src/look.ts';
import { createMailCatcher } from '../src/mail-catcher.ts';
import { desktop, keepScreenshot, phone } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const stack = theStack();
const { openPage, signedIn } = browserFixture({ timeoutMs: 30_000 });
const { mails } = createMailCatcher(stack);

const received = async (mark: string) =>
  (await mails()).filter(({ to, text }) => to[0]?.address === 'crew@quayside.test' && text.includes(mark));
const arrived = async (mark: string) => {
  await eventually('the mail', async () => (await received(mark)).length > 0);
  return received(mark);
};

describe('a visitor writes to the shop', () => {
  test('and is told what is wrong, field by field, and then that it is sent', async () => {
    const mark = crypto.randomUUID();
    const page = await openPage(phone);
    await page.goto('/');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Write to us' }).click();
    await page.getByRole('heading', { level: 1, name: 'Write to us' }).waitFor();
    await page.getByLabel('An order', { exact: true }).check();
    await page.getByLabel('Number of the order').fill('the blue one');
    await page.getByLabel('Your message').fill(`Where is it, ${mark}?`);
    await page.getByLabel('Your e-mail address').fill('signe@');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('This is no e-mail address.').waitFor();
    await page.getByText('What is your name?').waitFor();
    expect(await page.getByLabel('Your message').inputValue()).toContain(mark);
    expect(await page.getByLabel('An order', { exact: true }).isChecked()).toBe(true);
    await look(page, 'contact-faults');
    await page.getByLabel('Number of the order').fill('QS-7K3M-9Q2F');
    await page.getByLabel('Your name').fill('Signe Holm');
    await page.getByLabel('Your e-mail address').fill('signe@example.com');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL('**/contact/sent');
    await page.getByRole('heading', { name: 'Your message is on its way' }).waitFor();
    await look(page, 'contact-sent');
    const [mail] = await arrived(mark);
    expect(mail?.subject).toBe('Question about an order QS-7K3M-9Q2F from Signe Holm');
  }, 120_000);

  test('without JavaScript, in German', async () => {
    const mark = crypto.randomUUID();
    const page = await openPage(desktop, { javaScriptEnabled: false });
    await page.goto('/de/kontakt');
    await page.getByLabel('Ihre Nachricht').fill(`Guten Tag,\nwo bleibt ${mark}?`);
    await page.getByLabel('Ihr Name').fill('Anna Weiß');
    await page.getByRole('button', { name: 'Absenden' }).click();
    await page.getByText('Wohin sollen wir antworten?').waitFor();
    expect(await page.getByLabel('Ihre Nachricht').inputValue()).toContain(mark);
    // axe needs scripts.
    await keepScreenshot(page, 'contact-german');
    await page.getByLabel('Ihre E-Mail-Adresse').fill('anna@example.com');
    await page.getByRole('button', { name: 'Absenden' }).click();
    await page.waitForURL('**/de/kontakt/gesendet');
    await page.getByRole('heading', { name: 'Ihre Nachricht ist unterwegs' }).waitFor();
    const [mail] = await arrived(mark);
    expect(mail?.text).toContain('reads de');
  }, 120_000);

  test('signed in, with name and address filled in, and once however often the button is pressed', async () => {
    const mark = crypto.randomUUID();
    const page = await signedIn('/contact?order=QS-7K3M-9Q2F', 'shopper@quayside.test');
    expect(await page.getByLabel('Your e-mail address').inputValue()).toBe('shopper@quayside.test');
    expect(await page.getByLabel('Your name').inputValue()).not.toBe('');
    expect(await page.getByLabel('Number of the order').inputValue()).toBe('QS-7K3M-9Q2F');
    await page.getByLabel('Your message').fill(`Once, please: ${mark}`);
    await look(page, 'contact');
    await page.getByRole('button', { name: 'Send' }).dblclick();
    await page.waitForURL('**/contact/sent');
    await page.goBack();
    await page.goForward();
    expect((await arrived(mark))[0]?.text).toContain('/admin/customers/');
    expect(await received(mark)).toHaveLength(1);
  }, 120_000);
});

test('a message without words is refused, and how often somebody writes is counted', async () => {
  const client = createShopClient(stack.origin);
  const body = { topic: 'other' as const, name: '', email: '', text: '' };
  const refused = await client.ask('POST /api/v1/contact-messages', {
    headers: { 'idempotency-key': crypto.randomUUID() },
    body,
  });
  expect([refused.status, (refused.body as unknown as { code: string }).code]).toEqual([
    422,
    'contact-message-invalid',
  ]);
  expect(refused.headers.get('ratelimit-policy')).toContain('contact-by-address');
});
