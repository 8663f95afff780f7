import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { headerOf } from '@quayside/testkit';
import { identityEvents } from '@quayside/contracts';
import { demoPassword, demoUsers } from '../src/main/demo-users.ts';
import { linkIn } from './mail-text.ts';
import { claimsOf, signInAs } from './sign-in-as.ts';
import { startIdentity, type StartedIdentity } from './start-identity.ts';

let started: StartedIdentity;

beforeAll(async () => {
  started = await startIdentity();
});
afterAll(() => started.stop());

const form = { name: 'Maren Lind', email: 'maren@example.com', password: 'rope and tar and salt' };

const openRegistration = async () => {
  const browser = started.browser();
  const request = started.client.authorize({ screen_hint: 'register' });
  const page = await browser.get(request.url);
  return { request, submit: (fields: Record<string, string>) => browser.submit(page.url.href, fields) };
};

const countUsers = async (): Promise<number> => {
  const { rows } = await started.database.pool.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM users',
  );
  return rows[0]?.count ?? -1;
};

describe('registering', () => {
  test('signs in at once, stores an argon2id hash, and tells the others', async () => {
    const { request, submit } = await openRegistration();
    const back = await submit(form);
    const { body } = await started.client.redeem(back.url.searchParams.get('code') ?? '', request.verifier);
    const claims = claimsOf(body['access_token']);
    expect(claims).toMatchObject({
      name: 'Maren Lind',
      email: 'maren@example.com',
      roles: ['shopper'],
      scope: 'shop',
    });
    const event = await started.events.waitFor(
      identityEvents.userRegistered,
      ({ subject }) => subject === claims['sub'],
    );
    expect(event.source).toBe('identity');
    // The topic keeps it for ever: it says that there is somebody, and not who.
    expect(event.data).toEqual({ userId: claims['sub'], version: 1 });
    const { rows } = await started.database.pool.query<{ hash: string }>(
      'SELECT password_hash AS hash FROM users WHERE email_key = $1',
      [form.email],
    );
    expect(rows[0]?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await signInAs(started, form.email, form.password);
  });

  test('with an e-mail that has an account looks like any other, and its owner is told by mail', async () => {
    const fresh = await openRegistration();
    const taken = await openRegistration();
    const answers = [
      await fresh.submit({ ...form, email: 'nobody-yet@example.com' }),
      await taken.submit({ ...form, email: ' SHOPPER@quayside.test' }),
    ];
    expect(answers.map(({ url }) => url.pathname)).toEqual(['/auth/callback', '/auth/callback']);
    const mail = await started.mailTo('shopper@quayside.test');
    expect(headerOf(mail, 'Subject')).toBe('You have an account at Quayside');
    expect(() => linkIn(mail)).toThrow('no link');
    expect(headerOf(await started.mailTo('nobody-yet@example.com'), 'Subject')).toContain(
      'Confirm your address',
    );
    // Both sign in again, as whoever registers does; the owner does so as before.
    await signInAs(started, 'nobody-yet@example.com', form.password);
    const theirs = await signInAs(started, 'shopper@quayside.test', form.password);
    expect(claimsOf(theirs.tokens['access_token'])['sub']).not.toBe(demoUsers[0]?.user.id);
    expect(claimsOf(theirs.tokens['id_token'])['email_verified']).toBe(false);
    const owner = await signInAs(started, 'shopper@quayside.test', demoPassword);
    expect(claimsOf(owner.tokens['access_token'])['sub']).toBe(demoUsers[0]?.user.id);
  });

  test.each([
    ['a short password', { ...form, password: 'seven 7' }, 'Use at least 8 characters.'],
    ['a much used password', { ...form, password: '1234567890' }, 'everybody tries first'],
    [
      'the name of the shop as password',
      { ...form, password: 'Quayside!99' },
      'too close to the name of this shop',
    ],
    ['the e-mail address as password', { ...form, password: form.email }, 'too close to your name'],
    ['an endless password', { ...form, password: 'x'.repeat(129) }, 'Use 128 characters at most.'],
    ['no name', { ...form, name: '   ' }, 'Enter your name.'],
    ['a name with a line break', { ...form, name: 'A\nBcc: b@example.com' }, 'no address of a page'],
    ['a name that is a page', { ...form, name: 'https://evil.example/win' }, 'no address of a page'],
    ['no e-mail address', { ...form, email: 'maren at example' }, 'Enter an e-mail address like'],
  ])('is refused with %s, keeps what was typed and changes nothing', async (_what, fields, message) => {
    const before = await countUsers();
    const { submit } = await openRegistration();
    const answer = await submit(fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    expect(answer.text).toContain('role="alert"');
    expect(answer.text).toContain('aria-invalid="true"');
    expect(answer.text).toContain(`value="${fields.email}"`);
    expect(answer.text).not.toMatch(/type="password"[^>]*value=/);
    expect(await countUsers()).toBe(before);
  });

  test('takes a name without what is not seen of it', async () => {
    const { request, submit } = await openRegistration();
    const back = await submit({ ...form, name: ' Maren\u202e  Li\u200bnd', email: 'unseen@example.com' });
    const { body } = await started.client.redeem(back.url.searchParams.get('code') ?? '', request.verifier);
    expect(claimsOf(body['access_token'])['name']).toBe('Maren Lind');
  });

  test.each(['ivan@почта.рф', 'sales/eu@example.com', 'jürgen@example.com'])(
    'takes %s as the address it is',
    async (email) => {
      const { submit } = await openRegistration();
      expect((await submit({ ...form, email })).url.pathname).toBe('/auth/callback');
      const { tokens } = await signInAs(started, email.toUpperCase(), form.password);
      expect(claimsOf(tokens['access_token'])['email']).toBe(email);
    },
  );

  test('with a domain in letters of ASCII is signed in with its own letters', async () => {
    const { submit } = await openRegistration();
    await submit({ ...form, email: 'info@xn--mller-kva.example' });
    await signInAs(started, 'info@müller.example', form.password);
  });

  test('takes a password of emoji and letters by what a person counts', async () => {
    const { submit } = await openRegistration();
    const password = '⚓'.repeat(9) + '🛟';
    const back = await submit({ ...form, email: 'anchor@example.com', password });
    expect(back.url.pathname).toBe('/auth/callback');
    await signInAs(started, 'anchor@example.com', password);
  });

  test('cannot make an admin', async () => {
    const before = await countUsers();
    const { submit } = await openRegistration();
    const answer = await submit({ ...form, email: 'sly@example.com', roles: 'admin' });
    expect(answer.status).toBe(400);
    expect(await countUsers()).toBe(before);
  });
});

test('the demo accounts were told of as well, once each', async () => {
  await started.identity.relay.drain();
  for (const { user } of demoUsers) {
    await started.events.waitFor(identityEvents.userRegistered, ({ subject }) => subject === user.id);
    expect(
      started.events.all(identityEvents.userRegistered).filter(({ subject }) => subject === user.id),
    ).toHaveLength(1);
  }
});
