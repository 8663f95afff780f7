import { expect, test } from '@jest/globals';
import { buyOne } from '../src/buy.ts';
import { eventually } from '../src/control.ts';
import { look } from '../src/look.ts';
import { confirmAddress, createMailbox } from '../src/mailbox.ts';
import { desktop } from '../src/screenshots.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const stack = theStack();
const { openPage, signedIn } = browserFixture({ timeoutMs: 30_000 });

test('the language of mails is chosen in the account, and mails about orders are in it; without JavaScript too', async () => {
  const email = `language-${crypto.randomUUID().slice(0, 8)}@example.test`;
  const client = createShopClient(stack.origin);
  await client.register('Maren Lind', email, 'quayside-demo');
  await confirmAddress(client, stack, email);

  const page = await signedIn('/account', email);
  expect(await page.getByLabel('English', { exact: true }).isChecked()).toBe(true);
  await page.getByLabel('Deutsch', { exact: true }).check();
  await page.getByRole('button', { name: 'Save the language' }).click();
  await page.getByText('Kept.', { exact: true }).waitFor();
  expect(await page.getByLabel('Deutsch', { exact: true }).isChecked()).toBe(true);
  await look(page, 'account-language');
  await page.context().close();

  await buyOne(client);
  const { subjects } = createMailbox(stack, email);
  await eventually('the mail about the order', async () =>
    (await subjects()).some((subject) => /^Ihre Bestellung .* ist bestätigt$/.test(subject)),
  );

  const plain = await openPage(desktop, { javaScriptEnabled: false });
  await plain.goto(`/auth/login?returnTo=${encodeURIComponent('/de/konto')}`);
  await plain.getByLabel('E-Mail-Adresse').fill(email);
  await plain.getByLabel('Passwort').fill('quayside-demo');
  await plain.getByRole('button', { name: 'Anmelden' }).click();
  await plain.waitForURL('**/de/konto');
  expect(await plain.getByLabel('Deutsch', { exact: true }).isChecked()).toBe(true);
  await plain.getByLabel('English', { exact: true }).check();
  await plain.getByRole('button', { name: 'Sprache speichern' }).click();
  await plain.getByText('Gespeichert.', { exact: true }).waitFor();
  expect(await plain.getByLabel('English', { exact: true }).isChecked()).toBe(true);
}, 180_000);
