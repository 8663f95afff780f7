import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { identityEvents } from '@quayside/contracts';
import { headerOf } from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import { accountHolder } from './account-holder.ts';
import { linkIn, textOf } from './mail-text.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

const [email, password] = ['segler@example.com', 'Tau und Teer und Salz'];
let started: StartedIdentity;

beforeAll(async () => {
  started = await startIdentity();
});
afterAll(() => started.stop());

const subjectOf = (subject: string): string =>
  subject.replaceAll(/\s*=\?UTF-8\?Q\?(.*?)\?=/gi, (_all, coded: string) =>
    decodeURIComponent(coded.replaceAll('_', ' ').replaceAll('=', '%')),
  );
const mail = async (after = 0) => {
  const received = await started.mailTo(email, after);
  return { subject: subjectOf(headerOf(received, 'Subject') ?? ''), text: textOf(received), received };
};

test('an account that was made on a German page gets German mails, and their links lead to German pages', async () => {
  const browser = started.browser();
  const page = await browser.get(
    started.client.authorize({ screen_hint: 'register', return_to: '/de/konto' }).url,
  );
  expect(page.text).toContain('lang="de"');
  await browser.submit(page.url.href, { name: 'Maren Lind', email, password });
  const asked = await mail();
  expect(asked.subject).toBe('Bestätigen Sie Ihre Adresse für Quayside');
  expect(asked.text).toContain('Die Crew von Quayside');
  expect(asked.text).toContain('lang="de"');
  const link = linkIn(asked.received);
  const confirm = await browser.get(link);
  expect(confirm.text).toContain('lang="de"');
  const action = /action="([^"]+)"/.exec(confirm.text)?.[1] ?? '';
  const token = new URL(link, started.publicOrigin).searchParams.get('token') ?? '';
  const done = await browser.submit(action, { token, password: '' });
  expect([done.status, done.text]).toEqual([200, expect.stringContaining('lang="de"')]);
});

test('a German account is written to in German, whatever the page was that asked for it', async () => {
  const answer = await started.browser('203.0.113.20').submit('/identity/reset', { email });
  expect(answer.text).toContain('lang="en"');
  const { subject, text } = await mail(1);
  expect(subject).toBe('Legen Sie ein neues Passwort für Quayside fest');
  expect(text).toContain('Jemand, wahrscheinlich Sie');
  expect(text).not.toContain('Or open this address');
});

test('what an English account does is told in English', async () => {
  const shopper = 'shopper@quayside.test';
  await started.browser('203.0.113.21').submit('/identity/reset?again=/de', { email: shopper });
  expect(headerOf(await started.mailTo(shopper), 'Subject')).toBe('Set a new password for Quayside');
});

test('whoever chooses a language is written to in it from the next mail on', async () => {
  const [address, secret] = ['wechsel@example.com', 'Leinen los und Fender ein'];
  const { call, register } = accountHolder(() => started, secret);
  const id = await register(address);
  await started.mailTo(address);
  expect((await call('GET', id, 'protection')).body).toMatchObject({ language: 'en' });
  expect((await call('PUT', id, 'language', { language: 'de' })).status).toBe(204);
  expect((await call('PUT', id, 'language', { language: 'de' })).status).toBe(204);
  expect((await call('GET', id, 'protection')).body).toMatchObject({ language: 'de' });
  const event = await started.events.waitFor(identityEvents.userUpdated, ({ subject }) => subject === id);
  expect(event.data).toEqual({ userId: id, version: 2 });
  expect((await call('POST', id, 'confirmation')).status).toBe(204);
  const again = await started.mailTo(address, 1);
  expect(subjectOf(headerOf(again, 'Subject') ?? '')).toBe('Bestätigen Sie Ihre Adresse für Quayside');
  expect((await call('PUT', id, 'language', { language: 'da' })).status).toBe(400);
  expect((await call('PUT', uuidv7(), 'language', { language: 'de' })).body).toMatchObject({
    code: 'user-not-found',
  });
});
