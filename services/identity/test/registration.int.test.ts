import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identityEvents } from '@quayside/contracts';
import { demoUsers } from '../src/main/demo-users.ts';
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

  test('with an e-mail that has an account makes none, and does not say so', async () => {
    const before = await countUsers();
    const { submit } = await openRegistration();
    const answer = await submit({ ...form, email: ' SHOPPER@quayside.test', name: 'Somebody "Else" <b>' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('We could not create an account with these details');
    expect(answer.text).toContain('sign in instead');
    expect(answer.text).toContain('value="Somebody &quot;Else&quot; &lt;b&gt;"');
    expect(answer.text).not.toContain(form.password);
    expect(await countUsers()).toBe(before);
  });

  test('twice at once with one e-mail makes one account and one event', async () => {
    const before = await countUsers();
    const twice = { ...form, email: 'twice@example.com' };
    const pages = await Promise.all([openRegistration(), openRegistration(), openRegistration()]);
    const answers = await Promise.all(pages.map(({ submit }) => submit(twice)));
    expect(answers.map(({ status }) => status).sort()).toEqual([0, 422, 422]);
    expect(await countUsers()).toBe(before + 1);
    await started.identity.relay.drain();
    const { rows } = await started.database.pool.query<{ id: string }>(
      'SELECT id FROM users WHERE email_key = $1',
      [twice.email],
    );
    const isTheirs = ({ subject }: { subject: string }) => subject === rows[0]?.id;
    await started.events.waitFor(identityEvents.userRegistered, isTheirs);
    expect(started.events.all(identityEvents.userRegistered).filter(isTheirs)).toHaveLength(1);
  });

  test.each([
    ['a short password', { ...form, password: 'seven 7' }, 'Use at least 8 characters.'],
    ['a much used password', { ...form, password: '1234567890' }, 'everybody tries first'],
    ['the e-mail address as password', { ...form, password: form.email }, 'too close to your name'],
    ['an endless password', { ...form, password: 'x'.repeat(129) }, 'Use 128 characters at most.'],
    ['no name', { ...form, name: '   ' }, 'Enter your name.'],
    [
      'a name with a line break',
      { ...form, name: 'A\nBcc: b@example.com' },
      'Use letters, spaces and punctuation only.',
    ],
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
