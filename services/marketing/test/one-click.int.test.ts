import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startMailServer, waitUntil, type MailServer } from '@quayside/testkit';
import supertest from 'supertest';
import { oneClickOf, textOf } from './mail-parts.ts';
import { playItems } from './play-items.ts';
import { startMarketing, type StartedMarketing } from './start-marketing.ts';

const urlencoded = 'application/x-www-form-urlencoded';
let mailServer: MailServer;
let started: StartedMarketing;
let itemId = 100;

beforeAll(async () => {
  mailServer = await startMailServer();
  started = await startMarketing({ smtpUrl: mailServer.url });
});
afterAll(async () => {
  await started.stop();
  await mailServer.close();
});
beforeEach(async () => {
  itemId += 1;
  await playItems(() => started).soldOut(itemId);
});

const api = () => supertest(started.marketing.api.app);
const watchers = async (): Promise<number> =>
  (await started.database.pool.query('SELECT 1 FROM stock_watchers')).rowCount ?? 0;
/** A guest was written to. */
const mailed = async (locale = 'en') => {
  const email = `guest-${itemId}@example.com`;
  await api().post('/api/v1/stock-requests').send({ itemId, email, locale }).expect(204);
  const theirs = () => mailServer.mails.find(({ to }) => to.includes(email));
  await waitUntil(() => theirs() !== undefined, { describe: `a mail to ${email}` });
  const mail = theirs();
  if (!mail) throw new Error('no mail');
  const url = oneClickOf(mail);
  return { mail, email, url, address: `${url.pathname}${url.search}` };
};
const press = (address: string, form = 'List-Unsubscribe=One-Click', type = urlencoded) =>
  api().post(address).set('content-type', type).send(form);

test('one press ends the mails without a session, and a second one finds it done', async () => {
  const { url, address, email } = await mailed();
  expect(url.origin).toBe('http://shop.test');
  expect(decodeURIComponent(url.href)).not.toContain(email);
  expect(await watchers()).toBe(1);
  await press(address).expect(204);
  expect(await watchers()).toBe(0);
  await press(address).expect(204);
});

test('the form may come in the other encoding of forms', async () => {
  const { address } = await mailed();
  const form = '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n';
  await press(address, form, 'multipart/form-data; boundary=b').expect(204);
  expect(await watchers()).toBe(0);
});

test.each([
  ['en', '/back-in-stock/end'],
  ['de', '/de/wieder-da/end'],
])('opened it leads to the page in %s and ends nothing', async (locale, page) => {
  const { url, address } = await mailed(locale);
  const { headers } = await api().get(address).expect(303);
  expect(headers['location']).toBe(`http://shop.test${page}#${url.searchParams.get('link')}`);
  expect(headers['cache-control']).toBe('no-store');
  await api().head(address).expect(303);
  expect(await watchers()).toBe(1);
  await press(address).expect(204);
});

test('what is not whole, of another purpose or not asked for as it should be changes nothing', async () => {
  const { mail, url, address } = await mailed();
  const confirm = /\/confirm#(\S+)/.exec(textOf(mail))?.[1] ?? '';
  const withLink = (link: string) => `${url.pathname}?${new URLSearchParams({ link })}`;
  const code = async (answer: PromiseLike<supertest.Response>) => (await answer).body.code;
  expect(await code(press(`${address.slice(0, -4)}AAAA`).expect(404))).toBe('stock-link-invalid');
  expect(await code(press(withLink(confirm)).expect(404))).toBe('stock-link-invalid');
  expect(await code(press(address.replace('back-in-stock', 'review-requests')).expect(404))).toBe(
    'stock-link-invalid',
  );
  expect(await code(press(withLink('what')).expect(400))).toBe('malformed-request');
  expect(await code(press(url.pathname).expect(400))).toBe('malformed-request');
  expect(await code(press(address.replace('back-in-stock', 'orders')).expect(400))).toBe('malformed-request');
  for (const form of ['List-Unsubscribe=no', 'x=1', '%%'])
    expect(await code(press(address, form).expect(400))).toBe('malformed-request');
  expect(await code(press(address, 'no form', 'multipart/form-data').expect(400))).toBe('malformed-request');
  expect(await code(press(address, '{}', 'application/json').expect(415))).toBe('unsupported-media-type');
  expect(await code(press(address, 'x'.repeat(3000)).expect(413))).toBe('body-too-large');
  const { headers } = await api().get(withLink('wh#at<')).expect(303);
  expect(headers['location']).toBe('http://shop.test/back-in-stock/end#wh%23at%3C');
  expect(await watchers()).toBe(1);
  await press(address).expect(204);
});
