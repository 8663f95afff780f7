import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { identityEvents } from '@quayside/contracts';
import { headerOf, startMailServer, waitUntil, type MailServer } from '@quayside/testkit';
import supertest from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { htmlOf, textOf } from './mail-parts.ts';
import { playItems } from './play-items.ts';
import { startMarketing, type StartedMarketing } from './start-marketing.ts';

const path = '/api/v1/stock-requests';
const dayMs = 24 * 60 * 60 * 1000;
let mailServer: MailServer;
let started: StartedMarketing;
let later = 0;
let itemId = 100;

beforeAll(async () => {
  mailServer = await startMailServer();
  started = await startMarketing({
    smtpUrl: mailServer.url,
    now: () => new Date(Date.now() + later),
  });
});
afterAll(async () => {
  await started.stop();
  await mailServer.close();
});

const kept = async (table: string): Promise<number> =>
  (await started.database.pool.query(`SELECT 1 FROM ${table}`)).rowCount ?? 0;
const items = playItems(() => started);
const stock = (available: number, version: number, id = itemId) => items.stock(available, version, id);
const sell = (active: boolean, version: number) => items.sell(active, version, itemId);
const soldOut = (id = itemId) => items.soldOut(id);
beforeEach(async () => {
  itemId += 1;
  later = 0;
  await started.database.pool.query('DELETE FROM stock_watchers');
  await soldOut();
});

const api = () => supertest(started.marketing.api.app);
const person = async (name = 'Signe Holm', locale = 'en-GB') => {
  const id = uuidv7();
  const email = `${id}@example.com`;
  started.identity.know(id, { name, email, locale });
  const token = await started.minter.shopper({ id, name, email });
  const as = (method: 'get' | 'put' | 'delete', to: string) =>
    api()[method](to).set('authorization', `Bearer ${token}`);
  return {
    ...{ id, email, as },
    ask: (item = itemId) => as('put', `${path}/${item}`),
    list: async () => (await as('get', path).expect(200)).body.items,
  };
};
const askAsGuest = (email: string, more: object = {}) =>
  api()
    .post(path)
    .send({ itemId, email, ...more });
const mailsTo = (email: string) => mailServer.mails.filter(({ to }) => to.includes(email));
const mailTo = async (email: string, index = 0) => {
  await waitUntil(() => mailsTo(email).length > index, { describe: `mail ${index} to ${email}` });
  const mail = mailsTo(email)[index];
  if (!mail) throw new Error('no mail');
  const text = textOf(mail);
  const linkTo = (place: string) =>
    new RegExp(`/(?:back-in-stock|wieder-da)/${place}#(\\S+)`).exec(text)?.[1] ?? '';
  return { mail, text, html: htmlOf(mail), subject: headerOf(mail, 'Subject'), linkTo };
};
const allGone = () =>
  waitUntil(async () => (await kept('stock_watchers')) + (await kept('stock_requests')) === 0, {
    describe: 'nothing to be kept',
  });
/** Of an item that somebody else waits for, so that all that was said before has been handled. */
const settled = async (): Promise<void> => {
  const [last, id] = [await person('Who Comes Last'), itemId + 10_000];
  await soldOut(id);
  await last.ask(id).expect(204);
  await stock(1, 2, id);
  await mailTo(last.email);
};

describe('who has an account', () => {
  test('is told once when it is back, and nothing is kept of it', async () => {
    const signe = await person();
    await signe.ask().expect(204);
    await signe.ask().expect(204);
    expect(await signe.list()).toMatchObject([{ item: { id: itemId, name: `Lamp <${itemId}>` } }]);
    await stock(3, 2);
    const { subject, text, html, mail, linkTo } = await mailTo(signe.email);
    expect(subject).toBe(`Back on the shelf: Lamp <${itemId}>`);
    expect(text).toContain(`http://shop.test/products/lamp-${itemId}`);
    expect(text).toContain('Dear Signe,');
    expect(html).toContain(`Lamp &lt;${itemId}&gt;`);
    expect(mail.raw).toMatch(
      /^List-Unsubscribe:\s+<http:\/\/shop.test\/unsubscribe\/en\/back-in-stock\?link=/m,
    );
    expect(linkTo('end')).not.toBe('');
    await allGone();
    expect(await signe.list()).toEqual([]);
    await stock(0, 3);
    await stock(2, 4);
    await settled();
    expect(mailsTo(signe.email)).toHaveLength(1);
    expect(JSON.stringify(started.lines)).not.toContain(signe.email);
  });

  test('is told in German where the account is', async () => {
    const anna = await person('Anna Weiß', 'de-AT');
    await anna.ask().expect(204);
    await stock(1, 2);
    const { subject, text } = await mailTo(anna.email);
    expect([subject, text]).toEqual(
      [/Wieder im Regal: Lampe/, /shop.test\/de\/produkte/].map((says) => expect.stringMatching(says)),
    );
  });

  test('is told when an item is sold again that has stock', async () => {
    const signe = await person();
    await signe.ask().expect(204);
    await sell(false, 2);
    await stock(4, 2);
    expect(await signe.list()).toHaveLength(1);
    await sell(true, 3);
    await mailTo(signe.email);
  });

  test('takes it back, and gets no mail', async () => {
    const signe = await person();
    await signe.ask().expect(204);
    await signe.as('delete', `${path}/${itemId}`).expect(204);
    await signe.as('delete', `${path}/${itemId}`).expect(204);
    await allGone();
    await stock(3, 2);
    await settled();
    expect(mailsTo(signe.email)).toEqual([]);
  });

  test('is refused what can be had, what there is not, and more than fifty', async () => {
    const signe = await person();
    await stock(1, 2);
    expect((await signe.ask().expect(409)).body.code).toBe('item-in-stock');
    expect((await signe.ask(9_999_999).expect(404)).body.code).toBe('item-not-found');
    await stock(0, 3);
    await signe.ask().expect(204);
    await started.database.pool.query(
      `INSERT INTO stocked_items (id) SELECT * FROM generate_series(5001, 5049) ON CONFLICT DO NOTHING`,
    );
    await started.database.pool.query(
      `INSERT INTO stock_requests (id, watcher_id, item_id, asked_at, confirmed_at)
       SELECT gen_random_uuid(), stock_watchers.id, item, now(), now()
         FROM stock_watchers, generate_series(5001, 5049) AS item WHERE account_id = $1`,
      [signe.id],
    );
    await signe.ask().expect(204);
    itemId += 1;
    await soldOut();
    expect((await signe.ask().expect(409)).body.code).toBe('too-many-stock-requests');
  });

  test('is forgotten with the account, also by a request that comes late', async () => {
    const signe = await person();
    await signe.ask().expect(204);
    await started.events.publish(identityEvents.userDeleted, {
      subject: signe.id,
      data: { userId: signe.id, version: 2 },
    });
    await allGone();
    await signe.ask().expect(204);
    expect(await kept('stock_watchers')).toBe(0);
  });
});

describe('what sold out again before its mail was sent', () => {
  test('is waited for further', async () => {
    const signe = await person();
    await signe.ask().expect(204);
    mailServer.refuseNext(451);
    await stock(1, 2);
    const attempts = async () =>
      (
        await started.database.pool.query<{ attempts: number }>(
          'SELECT attempts FROM mails WHERE kind = $1',
          ['back-in-stock'],
        )
      ).rows[0]?.attempts;
    await waitUntil(async () => (await attempts()) === 1, { describe: 'the first attempt' });
    await stock(0, 3);
    await started.database.pool.query(`UPDATE mails SET due_at = now() WHERE state = 'queued'`);
    started.marketing.mailLoop.wake();
    await waitUntil(async () => (await attempts()) === undefined, { describe: 'the mail to be dropped' });
    expect([mailsTo(signe.email).length, (await signe.list()).length]).toEqual([0, 1]);
    await stock(1, 4);
    await mailTo(signe.email);
    await allGone();
  });
});

describe('a guest', () => {
  const email = () => `guest-${itemId}@example.com`;

  test('is told only after whoever reads the mail confirmed it', async () => {
    await askAsGuest(email(), { locale: 'de' }).expect(204);
    await askAsGuest(email().toUpperCase()).expect(204);
    const asked = await mailTo(email());
    expect(asked.subject).toContain('Sollen wir Bescheid geben');
    await stock(1, 2);
    await stock(0, 3);
    await settled();
    expect(mailsTo(email())).toHaveLength(1);
    const link = asked.linkTo('confirm');
    const confirmed = await api().post(`${path}/confirmation`).send({ link }).expect(200);
    expect(confirmed.body.item).toMatchObject({ id: itemId });
    await api().post(`${path}/confirmation`).send({ link }).expect(200);
    await stock(1, 4);
    const told = await mailTo(email(), 1);
    expect(told.subject).toContain('Wieder im Regal');
    await allGone();
    expect((await api().post(`${path}/confirmation`).send({ link }).expect(404)).body.code).toBe(
      'stock-link-invalid',
    );
    expect(JSON.stringify(started.lines)).not.toContain(email());
  });

  test('who confirms when it is back already is told at once', async () => {
    await askAsGuest(email()).expect(204);
    const { linkTo } = await mailTo(email());
    await stock(2, 2);
    const link = linkTo('confirm');
    await api().post(`${path}/confirmation`).send({ link }).expect(200);
    await mailTo(email(), 1);
    await allGone();
  });

  test('is asked three times at most, and answered the same always', async () => {
    const answers = [];
    for (let count = 0; count < 5; count += 1) {
      answers.push(await askAsGuest('flooded@example.com'));
      itemId += 1;
      await soldOut();
    }
    expect(answers.map(({ status, text }) => [status, text])).toEqual(Array(5).fill([204, '']));
    await settled();
    expect(mailsTo('flooded@example.com')).toHaveLength(3);
  });

  test('ends it by the link of any mail, after which nothing is kept', async () => {
    await askAsGuest(email()).expect(204);
    const { linkTo } = await mailTo(email());
    const end = (link: string) => api().post(`${path}/end`).send({ link });
    const [confirm, right] = [linkTo('confirm'), linkTo('end')];
    expect((await end(`${right.slice(0, -4)}AAAA`).expect(404)).body.code).toBe('stock-link-invalid');
    expect((await end('what').expect(400)).body.code).toBe('malformed-request');
    expect(await kept('stock_requests')).toBe(1);
    await end(right).expect(204);
    await allGone();
    await end(right).expect(204);
    await api().post(`${path}/confirmation`).send({ link: confirm }).expect(404);
  });

  test('is forgotten after two days without a word, and after 180 with one', async () => {
    await askAsGuest(email()).expect(204);
    await mailTo(email());
    const signe = await person();
    await signe.ask().expect(204);
    later = 2.1 * dayMs;
    await started.marketing.forgetOld();
    expect([await kept('stock_watchers'), (await signe.list()).length]).toEqual([1, 1]);
    later = 179 * dayMs;
    await started.marketing.forgetOld();
    expect(await kept('stock_watchers')).toBe(1);
    later = 180.1 * dayMs;
    await started.marketing.forgetOld();
    expect([await kept('stock_watchers'), await kept('stock_requests')]).toEqual([0, 0]);
  });

  test.each([{ email: 'no address' }, { locale: '<b>' }, { itemId: 'x' }, { more: 1 }])(
    'is refused %j',
    async (fault) => {
      const { body } = await askAsGuest(email(), fault).expect(400);
      expect(body.code).toBe('malformed-request');
    },
  );
});

test('requests while it comes back are refused or told of, none is lost', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, (_, index) => person(`Nr ${index}`)));
  const [answers] = await Promise.all([Promise.all(people.map((one) => one.ask())), stock(5, 2)]);
  const waiting = people.filter((_, index) => answers[index]?.status === 204);
  for (const { email } of waiting) await mailTo(email);
  await allGone();
  expect(people.flatMap(({ email }) => mailsTo(email))).toHaveLength(waiting.length);
});
