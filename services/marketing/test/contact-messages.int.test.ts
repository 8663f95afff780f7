import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { identityEvents } from '@quayside/contracts';
import { headerOf, startMailServer, waitUntil, type MailServer } from '@quayside/testkit';
import supertest from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { htmlOf, textOf } from './mail-parts.ts';
import { startMarketing, type StartedMarketing } from './start-marketing.ts';

const path = '/api/v1/contact-messages';
const dayMs = 24 * 60 * 60 * 1000;
const crew = 'crew@quayside.test';
let mailServer: MailServer;
let started: StartedMarketing;
let later = 0;

beforeAll(async () => {
  mailServer = await startMailServer();
  started = await startMarketing({ smtpUrl: mailServer.url, now: () => new Date(Date.now() + later) });
});
afterAll(async () => {
  await started.stop();
  await mailServer.close();
});
beforeEach(() => {
  later = 0;
});

const message = (more: object = {}) => ({
  topic: 'order',
  orderNumber: 'QS-7K3M-9Q2F',
  name: 'Signe Holm',
  email: 'signe@example.com',
  text: `Where is <it>?\nI ask for ${uuidv7()}.`,
  locale: 'de',
  ...more,
});
const send = (body: object, key: string = uuidv7(), token?: string) => {
  const request = supertest(started.marketing.api.app).post(path).set('idempotency-key', key);
  return (token ? request.set('authorization', `Bearer ${token}`) : request).send(body);
};
const kept = async (table: string): Promise<number> =>
  (await started.database.pool.query(`SELECT 1 FROM ${table}`)).rowCount ?? 0;
const received = (text: string) =>
  mailServer.mails.filter((mail) => mail.to.includes(crew) && textOf(mail).includes(text));
const mailOf = async (text: string) => {
  await waitUntil(() => received(text).length > 0, { describe: 'the mail' });
  await waitUntil(async () => (await kept('contact_messages')) === 0, { describe: 'nothing to be kept' });
  const [mail] = received(text);
  if (!mail) throw new Error('no mail');
  return mail;
};

describe('a message to the shop', () => {
  test('is one mail to the shop, answered to whoever wrote, of which nothing is kept', async () => {
    const body = message();
    await send(body).expect(204);
    const [, line = ''] = body.text.split('\n');
    const mail = await mailOf(line);
    expect(headerOf(mail, 'Subject')).toBe('Question about an order QS-7K3M-9Q2F from Signe Holm');
    expect(headerOf(mail, 'From')).toMatch(/crew@quayside\.test/);
    expect(headerOf(mail, 'Reply-To')).toBe('Signe Holm <signe@example.com>');
    expect(textOf(mail)).toContain('not signed in');
    expect(htmlOf(mail)).toContain('Where is &lt;it&gt;?<br>');
    expect(JSON.stringify(started.lines)).not.toMatch(/signe@example|I ask for/);
  });

  test.each([
    ['name', 'Signe\r\nBcc: many@example.com'],
    ['email', 'signe@example.com\r\nBcc: many@example.com'],
    ['email', 'signe@example.com, many@example.com'],
    ['email', 'many@example.com <signe@example.com>'],
    ['orderNumber', 'QS-7K3M-9Q2F\nBcc: many@example.com'],
  ])('whose %s is to become a header of its own is none: %j', async (field, value) => {
    const answer = await send(message({ [field]: value })).expect(422);
    expect(answer.body.code).toBe('contact-message-invalid');
    expect(mailServer.mails.filter(({ to }) => to.some((one) => one.includes('many@')))).toEqual([]);
  });

  test('cannot change its mail: a text of headers and dots is text', async () => {
    const text = `${uuidv7()}\n.\nRCPT TO:<many@example.com>\nBcc: many@example.com\n\n.`;
    await send(message({ text })).expect(204);
    const mail = await mailOf(text.slice(0, 36));
    expect(textOf(mail)).toContain('Bcc: many@example.com');
    expect(mail.to).toEqual([crew]);
  });

  test('says whose account it is of, where somebody is signed in', async () => {
    const id = uuidv7();
    const token = await started.minter.shopper({ id, name: 'Signe Holm', email: 'signe@example.com' });
    await send(message({ topic: 'product', orderNumber: ' ' }), uuidv7(), token).expect(204);
    const mail = await mailOf(id);
    expect(textOf(mail)).toContain(`http://shop.test/admin/customers/${id}`);
    expect(headerOf(mail, 'Subject')).toBe('Question about a product from Signe Holm');
  });

  test('is sent once, however often and at once it comes under its key; another one needs another', async () => {
    const [body, key] = [message(), uuidv7()];
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(body, key)));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(204));
    const [, line = ''] = body.text.split('\n');
    await mailOf(line);
    await send(body, key).expect(204);
    const other = await send(message(), key).expect(422);
    expect(other.body.code).toBe('idempotency-key-reused');
    expect(await kept('contact_messages')).toBe(0);
    expect(received(line)).toHaveLength(1);
    later = 2.1 * dayMs;
    await started.marketing.forgetContacts();
    const { rowCount } = await started.database.pool.query('SELECT 1 FROM mails WHERE contact_key = $1', [
      key,
    ]);
    expect(rowCount).toBe(0);
  });

  test('waits while the mail server does not take it, and is given up without being lost', async () => {
    const body = message();
    mailServer.refuseNext(550);
    await send(body).expect(204);
    const states = async () =>
      (
        await started.database.pool.query<{ state: string }>(
          'SELECT state FROM mails JOIN contact_messages ON mail_id = id',
        )
      ).rows.map(({ state }) => state);
    await waitUntil(async () => (await states()).includes('given-up'), { describe: 'it to be given up' });
    later = 29 * dayMs;
    await started.marketing.forgetContacts();
    expect(await states()).toEqual(['given-up']);
    later = 31 * dayMs;
    await started.marketing.forgetContacts();
    expect(await states()).toEqual([]);
  });

  test('goes with the account of its writer', async () => {
    const id = uuidv7();
    const token = await started.minter.shopper({ id, name: 'Signe Holm', email: 'signe@example.com' });
    mailServer.refuseNext(451);
    await send(message(), uuidv7(), token).expect(204);
    const waiting = async () =>
      (await started.database.pool.query('SELECT 1 FROM mails WHERE buyer_id = $1 AND attempts = 1', [id]))
        .rowCount;
    await waitUntil(async () => (await waiting()) === 1, { describe: 'the first attempt' });
    await started.events.publish(identityEvents.userDeleted, {
      subject: id,
      data: { userId: id, version: 2 },
    });
    await waitUntil(async () => (await kept('contact_messages')) === 0, { describe: 'it to be forgotten' });
    await send(message(), uuidv7(), token).expect(204);
    expect(await kept('contact_messages')).toBe(0);
    expect(received(id)).toEqual([]);
  });

  test('is refused by its fields, all at once, and without repeating them', async () => {
    const { body } = await send(
      message({ name: 'Eve\r\nBcc: all@example.com', email: 'x', text: '!!!' }),
    ).expect(422);
    expect(body).toMatchObject({
      code: 'contact-message-invalid',
      faults: [
        { field: 'name', fault: 'unprintable' },
        { field: 'email', fault: 'invalid' },
        { field: 'text', fault: 'invalid' },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('Bcc');
    expect(await kept('contact_messages')).toBe(0);
  });

  test('needs a key, a topic that there is, and no more than fits', async () => {
    const bare = await supertest(started.marketing.api.app).post(path).send(message()).expect(400);
    expect(bare.body.code).toBe('idempotency-key-missing');
    for (const more of [{ topic: 'spam' }, { text: 'x'.repeat(4001) }, { more: 1 }])
      expect((await send(message(more)).expect(400)).body.code).toBe('malformed-request');
  });

  test('is not taken while the database is away', async () => {
    started.link.cut();
    try {
      expect((await send(message()).expect(503)).body.code).toBe('contact-unavailable');
    } finally {
      started.link.mend();
    }
  });
});
