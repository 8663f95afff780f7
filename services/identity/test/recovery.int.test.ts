import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endedSessionsHeader, identityEvents } from '@quayside/contracts';
import { headerOf, waitUntil } from '@quayside/testkit';
import { EmailNotConfirmed } from '../src/domain/errors.ts';
import { giveRoles, type User } from '../src/domain/user.ts';
import { demoPassword, demoUsers } from '../src/main/demo-users.ts';
import { sweepUnconfirmed } from '../src/main/sweep-unconfirmed.ts';
import { createUsers } from '../src/main/users.ts';
import { linkIn, textOf } from './mail-text.ts';
import { claimsOf, signInAs } from './sign-in-as.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

const password = 'rope and tar and salt';
let started: StartedIdentity;

beforeAll(async () => {
  started = await startIdentity();
});
afterAll(() => started.stop());

const register = async (email: string, address = '203.0.113.7', chosen = password) => {
  const browser = started.browser(address);
  const page = await browser.get(started.client.authorize({ screen_hint: 'register' }).url);
  const back = await browser.submit(page.url.href, { name: 'Maren Lind', email, password: chosen });
  expect(back.url.pathname).toBe('/auth/callback');
  return browser;
};
const tokenIn = (link: string) => new URL(link, started.publicOrigin).searchParams.get('token') ?? '';
const subjectsTo = (email: string) =>
  started.mailServer.mails.filter(({ to }) => to.includes(email)).map((mail) => headerOf(mail, 'Subject'));
const noMailWaits = () =>
  waitUntil(async () => (await started.database.pool.query('SELECT 1 FROM mails')).rowCount === 0, {
    describe: 'all mails to be settled',
  });
const isConfirmed = async (email: string) => {
  const { tokens } = await signInAs(started, email, password);
  return claimsOf(tokens['id_token'])['email_verified'];
};

describe('an address', () => {
  test('is confirmed by one click where the account was made, once, and the others are told', async () => {
    const browser = await register('click@example.com');
    const link = linkIn(await started.mailTo('click@example.com'));
    const page = await browser.get(link);
    expect(page.text).not.toContain('type="password"');
    const done = await browser.submit('/identity/confirm', { token: tokenIn(link), password: '' });
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('is confirmed')]);
    const { tokens } = await signInAs(started, 'click@example.com', password);
    expect(claimsOf(tokens['id_token'])['email_verified']).toBe(true);
    const isTheirs = ({ subject }: { subject: string }) =>
      subject === claimsOf(tokens['access_token'])['sub'];
    const event = await started.events.waitFor(identityEvents.userConfirmed, isTheirs);
    expect(event.data).toEqual({ userId: event.subject, version: 2 });
    const again = await browser.submit('/identity/confirm', { token: tokenIn(link), password: '' });
    expect([again.status, again.text]).toEqual([410, expect.stringContaining('has done its work')]);
    expect(again.text).toContain('href="/identity/reset"');
  });

  test('is confirmed on another device with the password of the account alone', async () => {
    await register('phone@example.com');
    const link = linkIn(await started.mailTo('phone@example.com'));
    const phone = started.browser('203.0.113.90');
    expect((await phone.get(link)).text).toContain('Password of the account');
    const wrong = await phone.submit('/identity/confirm', { token: tokenIn(link), password: 'guessed it' });
    expect([wrong.status, wrong.text]).toEqual([401, expect.stringContaining('not the password')]);
    expect(await isConfirmed('phone@example.com')).toBe(false);
    expect((await phone.submit('/identity/confirm', { token: tokenIn(link), password })).status).toBe(200);
    expect(await isConfirmed('phone@example.com')).toBe(true);
  });

  test('that somebody else made an account with is not lost: whose it is confirms it', async () => {
    const squatter = await register('squatted@example.com', '198.51.100.66', 'what a squatter has');
    const theirs = linkIn(await started.mailTo('squatted@example.com'));
    const owner = await register('squatted@example.com', '203.0.113.50');
    const own = linkIn(await started.mailTo('squatted@example.com', 1));
    // The mail of the squatter's account is in the owner's box, and of no use without the squatter's password.
    expect((await owner.submit('/identity/confirm', { token: tokenIn(theirs), password })).status).toBe(401);
    expect((await owner.submit('/identity/confirm', { token: tokenIn(own), password: '' })).status).toBe(200);
    const late = await squatter.submit('/identity/confirm', { token: tokenIn(theirs), password: '' });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('This address has an account')]);
  });

  test('gets three mails a day that it did not ask for, whatever stands after a plus', async () => {
    for (let count = 0; count < 12; count += 1)
      await register(`flooded+${count}@example.com`, `198.51.100.${count}`);
    await noMailWaits();
    const mails = started.mailServer.mails.filter(({ to }) => to.some((one) => one.startsWith('flooded')));
    expect(mails).toHaveLength(3);
    expect(mails.map(textOf).join()).not.toContain('Maren');
  });

  test('that nobody confirmed makes nobody a member of the staff', async () => {
    await register('colleague@example.com');
    const { tokens } = await signInAs(started, 'colleague@example.com', password);
    const id = String(claimsOf(tokens['access_token'])['sub']);
    const { rows } = await started.database.pool.query<User>(
      `SELECT id, roles, version, unconfirmed_since IS NULL AS "emailConfirmed" FROM users WHERE id = $1`,
      [id],
    );
    expect(() => giveRoles(rows[0]!, ['admin'])).toThrow(EmailNotConfirmed);
  });

  test('that nobody confirms is free again after a month, and what was made with it ends', async () => {
    await register('forgotten@example.com');
    await started.database.pool.query(
      `UPDATE users SET unconfirmed_since = now() - interval '31 days' WHERE email_key = 'forgotten@example.com'`,
    );
    expect(await sweepUnconfirmed(createUsers(started.database.pool), new Date())).toBe(1);
    await expect(signInAs(started, 'forgotten@example.com', password)).rejects.toThrow();
    const { rows } = await started.database.pool.query(
      `SELECT event->>'type' AS type FROM outbox WHERE event->>'type' LIKE '%user-deleted%'`,
    );
    expect(rows.length + started.events.all(identityEvents.userDeleted).length).toBeGreaterThan(0);
  });
});

describe('a password', () => {
  const ask = (email: string, address = '203.0.113.7') =>
    started.browser(address).submit('/identity/reset', { email });
  const owner = 'shopper@quayside.test';

  test('is set anew by a link in a mail, once; every sign-in ends, and the owner is told', async () => {
    const { tokens } = await signInAs(started, owner, demoPassword);
    expect((await ask('Shopper@Quayside.TEST')).status).toBe(200);
    const link = linkIn(await started.mailTo(owner));
    const browser = started.browser('203.0.113.60');
    const page = await browser.get(link);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const fields = (next: string) => ({ token: tokenIn(link), password: next });
    const refused = await browser.submit('/identity/reset/new', fields('1234567890'));
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('everybody tries first')]);
    const done = await browser.submit('/identity/reset/new', fields('a new one of hers'));
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('Your password is set')]);
    expect(done.headers.get(endedSessionsHeader)).toBe(demoUsers[0]?.user.id);
    expect(await started.client.refresh(tokens['refresh_token'] ?? '')).toMatchObject({ status: 400 });
    await expect(signInAs(started, owner, demoPassword)).rejects.toThrow();
    await signInAs(started, owner, 'a new one of hers');
    expect((await browser.submit('/identity/reset/new', fields('another one again'))).status).toBe(410);
    expect(headerOf(await started.mailTo(owner, 1), 'Subject')).toContain('was changed');
  });

  test('is set by one of two who use the link at the same time', async () => {
    await ask('admin@quayside.test');
    const token = tokenIn(linkIn(await started.mailTo('admin@quayside.test')));
    const answers = await Promise.all(
      ['first of the two', 'second of the two'].map((next, index) =>
        started.browser(`203.0.113.${70 + index}`).submit('/identity/reset/new', { token, password: next }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  test('cannot be set by a link that is made up, changed, of another kind, or half an hour old', async () => {
    await register('links@example.com');
    const confirm = tokenIn(linkIn(await started.mailTo('links@example.com')));
    await started.browser('203.0.113.7').submit('/identity/confirm', { token: confirm, password });
    await ask('links@example.com');
    const token = tokenIn(linkIn(await started.mailTo('links@example.com', 1)));
    const browser = started.browser();
    const changed = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const made of ['', 'x', changed, confirm, `${crypto.randomUUID()}.${'A'.repeat(43)}`]) {
      expect((await browser.get(`/identity/reset/new?token=${made}`)).status).toBe(410);
      const fields = { token: made, password: 'a new one of hers' };
      expect((await browser.submit('/identity/reset/new', fields)).status).toBe(410);
    }
    expect((await browser.get(`/identity/reset/new?token=${token}`)).status).toBe(200);
    started.clock.aheadMs = 31 * 60_000;
    try {
      expect((await browser.get(`/identity/reset/new?token=${token}`)).status).toBe(410);
    } finally {
      started.clock.aheadMs = 0;
    }
  });

  test('is asked for alike with a known, an unknown and an unconfirmed address; the last two get no mail', async () => {
    await register('unconfirmed@example.com');
    const emails = ['shopper@quayside.test', 'nobody@example.com', 'unconfirmed@example.com'];
    const pages = [];
    for (const email of emails) pages.push((await ask(email)).text.replaceAll(email, '…'));
    expect(new Set(pages).size).toBe(1);
    await noMailWaits();
    expect(subjectsTo('nobody@example.com')).toEqual([]);
    expect(subjectsTo('unconfirmed@example.com')).toEqual(['Confirm your address for Quayside']);
  });

  test('is asked for so often from one address, and then no more for a while', async () => {
    const statuses = [];
    for (let count = 0; count < 22; count += 1)
      statuses.push((await ask(`asked-${count}@example.com`, '198.51.100.200')).status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(1);
    expect((await ask('another@example.com', '198.51.100.201')).status).toBe(200);
  });

  test.each([
    ['no address', 'nobody'],
    ['nothing', ''],
  ])('is not asked for with %s', async (_what, email) => {
    const answer = await ask(email);
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('Enter an e-mail address')]);
  });
});

test('no secret of a link is stored, and none is in the logs', async () => {
  const token = tokenIn(linkIn(await started.mailTo('links@example.com', 1)));
  const seal = token.split('.')[1] ?? '-';
  const { rows } = await started.database.pool.query('SELECT links::text FROM one_time_links AS links');
  expect(JSON.stringify(rows)).not.toContain(seal);
  expect(JSON.stringify(started.lines)).not.toContain(seal);
});
