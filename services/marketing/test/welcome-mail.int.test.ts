import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identityEvents } from '@quayside/contracts';
import { headerOf, startMailServer, waitUntil, type MailServer } from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import { startMarketing, type StartedMarketing } from './start-marketing.ts';

let mailServer: MailServer;
let started: StartedMarketing;

beforeAll(async () => {
  mailServer = await startMailServer();
  started = await startMarketing({ smtpUrl: mailServer.url });
});
afterAll(async () => {
  await started.stop();
  await mailServer.close();
});

const person = (name: string) => {
  const userId = uuidv7();
  return { userId, name, email: `${userId}@example.com`, version: 1 };
};
type Person = ReturnType<typeof person>;

const register = ({ userId, name, email, version }: Person, subject = userId) => {
  started.identity.know(userId, { name, email });
  return started.events.publish(identityEvents.userConfirmed, { subject, data: { userId, version } });
};
const mailsTo = ({ email }: Pick<Person, 'email'>) => mailServer.mails.filter(({ to }) => to.includes(email));
const rowOf = async (userId: string) => {
  const { rows } = await started.database.pool.query<{
    state: string;
    attempts: number;
    dueInMs: number;
    reason: string | null;
  }>(
    `SELECT state, attempts, reason, extract(epoch FROM due_at - now())::float8 * 1000 AS "dueInMs"
     FROM mails WHERE user_id = $1`,
    [userId],
  );
  return rows[0];
};
const settled = (userId: string, state: string) =>
  waitUntil(
    async () => {
      const row = await rowOf(userId);
      return row?.state === state && row;
    },
    { describe: `the mail to be ${state}` },
  );
/** The first attempt has failed, and the mail waits for the next: what is done to it now meets no attempt under way. */
const postponed = (userId: string) =>
  waitUntil(
    async () => {
      const row = await rowOf(userId);
      return row && row.attempts === 1 && row.dueInMs < 60_000 && row;
    },
    { describe: 'the first attempt to have failed' },
  );
const makeDue = async (userId: string): Promise<void> => {
  await started.database.pool.query('UPDATE mails SET due_at = now() WHERE user_id = $1', [userId]);
  started.marketing.mailLoop.wake();
};
/** The log follows the row. */
const told = (facts: Record<string, unknown>) =>
  waitUntil(
    () => started.lines.some((line) => Object.entries(facts).every(([name, fact]) => line[name] === fact)),
    { describe: `the log to say ${JSON.stringify(facts)}` },
  );
const userCount = async (): Promise<number> => {
  const { rows } = await started.database.pool.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM users',
  );
  return rows[0]?.count ?? -1;
};

describe('a user with a confirmed address', () => {
  test('is kept, and gets one welcome mail as text and HTML', async () => {
    const signe = person('Signe Holm');
    const { correlationId } = await register(signe);
    expect(await settled(signe.userId, 'sent')).toMatchObject({ attempts: 1, reason: null });
    // Time has passed between the event and the mail, and still they are one flow.
    await told({ msg: 'mail sent', correlationId });
    const [mail, ...others] = mailsTo(signe);
    if (!mail) throw new Error('no mail');
    expect(others).toEqual([]);
    expect(mail.from).toBe('crew@quayside.test');
    expect(headerOf(mail, 'From')).toBe('Quayside <crew@quayside.test>');
    expect(headerOf(mail, 'To')).toBe(`Signe Holm <${signe.email}>`);
    expect(headerOf(mail, 'Subject')).toBe('Welcome aboard, Signe');
    expect(headerOf(mail, 'Auto-Submitted')).toBe('auto-generated');
    expect(headerOf(mail, 'Content-Type')).toContain('multipart/alternative');
    expect(mail.raw).toContain('http://shop.test/catalog?type=3Dfoul-weather');
    const { rows } = await started.database.pool.query(
      `SELECT to_jsonb(users) AS known, to_jsonb(mails) AS mail FROM users JOIN mails ON user_id = users.id
       WHERE users.id = $1`,
      [signe.userId],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/Signe|example.com/);
  });

  test('whose address nobody confirmed gets none, also if somebody else confirmed first', async () => {
    const squatted = person('https://evil.example/win');
    started.identity.know(squatted.userId, { ...squatted, emailConfirmed: false });
    const data = { userId: squatted.userId, version: 1 };
    await started.events.publish(identityEvents.userRegistered, { subject: squatted.userId, data });
    await started.events.publish(identityEvents.userConfirmed, { subject: squatted.userId, data });
    const last = person('Who Comes After');
    await register(last, squatted.userId);
    await settled(last.userId, 'sent');
    await waitUntil(async () => (await rowOf(squatted.userId)) === undefined, {
      describe: 'the mail to be dropped',
    });
    expect(mailsTo(squatted)).toEqual([]);
  });

  test('gets no second mail when the event comes again, or another like it', async () => {
    const aksel = person('Aksel Brandt');
    const event = await register(aksel);
    await settled(aksel.userId, 'sent');
    await started.events.republish(event);
    await register({ ...aksel, version: 2 });
    const last = person('Who Comes Last');
    await register(last, aksel.userId);
    await settled(last.userId, 'sent');
    expect(mailsTo(aksel)).toHaveLength(1);
  });

  test('gets no second mail when the event comes again after the inbox forgot it', async () => {
    const { pool } = started.database;
    const maren = person('Maren Vik');
    const event = await register(maren);
    await settled(maren.userId, 'sent');
    await pool.query('DELETE FROM inbox WHERE event_id = $1', [event.id]);
    await started.events.republish(event);
    await waitUntil(
      async () => (await pool.query('SELECT 1 FROM inbox WHERE event_id = $1', [event.id])).rowCount === 1,
      { describe: 'the event to be handled again' },
    );
    const { rows } = await pool.query('SELECT state FROM mails WHERE user_id = $1', [maren.userId]);
    expect(rows).toEqual([{ state: 'sent' }]);
    expect(mailsTo(maren)).toHaveLength(1);
  });

  test('whose mail server says "later" gets it later, under the same Message-ID', async () => {
    const patient = person('Patient Person');
    mailServer.refuseNext(451, 421);
    await register(patient);
    const first = await postponed(patient.userId);
    expect(first).toMatchObject({ state: 'queued' });
    expect(first.dueInMs).toBeGreaterThan(5_000);
    await makeDue(patient.userId);
    await waitUntil(async () => (await rowOf(patient.userId))?.attempts === 2, {
      describe: 'the second attempt',
    });
    await waitUntil(async () => ((await rowOf(patient.userId))?.dueInMs ?? 0) < 90_000, {
      describe: 'its failure',
    });
    await makeDue(patient.userId);
    expect(await settled(patient.userId, 'sent')).toMatchObject({ attempts: 3 });
    expect(mailsTo(patient)).toHaveLength(1);
    const { rows } = await started.database.pool.query<{ id: string }>(
      'SELECT id FROM mails WHERE user_id = $1',
      [patient.userId],
    );
    expect(headerOf(mailsTo(patient)[0] ?? { from: '', to: [], raw: '' }, 'Message-ID')).toBe(
      `<${rows[0]?.id}@mail.quayside>`,
    );
    await told({ level: 'warn', msg: 'mail not taken, it is tried again', attempt: 1 });
  });

  test('whose mailbox does not exist is given up at once, and somebody is told', async () => {
    const unknown = person('No Mailbox');
    mailServer.refuseNext(550);
    await register(unknown);
    expect(await settled(unknown.userId, 'given-up')).toMatchObject({ attempts: 1, reason: 'refused' });
    expect(mailsTo(unknown)).toEqual([]);
    await told({ level: 'error', msg: 'mail given up', reason: 'refused' });
  });

  test('cannot put a header or a recipient into the mail by the name', async () => {
    const sly = person('Sly\r\nBcc: everybody@example.com');
    await register(sly);
    await settled(sly.userId, 'sent');
    const [mail] = mailsTo(sly);
    expect(mail?.to).toEqual([sly.email]);
    expect(mail && headerOf(mail, 'Bcc')).toBeUndefined();
  });
});

describe('whom a mail goes to', () => {
  test('is who the user is when it is sent', async () => {
    const moved = person('Maren Lind');
    mailServer.refuseNext(451);
    await register(moved);
    await postponed(moved.userId);
    const now = { name: 'Maren Brandt', email: `new-${moved.email}` };
    started.identity.know(moved.userId, now);
    await makeDue(moved.userId);
    await settled(moved.userId, 'sent');
    expect(mailsTo(moved)).toEqual([]);
    expect(mailsTo(now).map((mail) => headerOf(mail, 'To'))).toEqual([`Maren Brandt <${now.email}>`]);
  });

  test('waits while Identity is away', async () => {
    const waiting = person('Waiting Person');
    started.identity.leave();
    await register(waiting);
    await postponed(waiting.userId);
    await told({ level: 'warn', msg: 'mail not taken, it is tried again', attempt: 1 });
    started.identity.comeBack();
    await makeDue(waiting.userId);
    await settled(waiting.userId, 'sent');
    expect(mailsTo(waiting)).toHaveLength(1);
  });

  test('is nobody once Identity has forgotten the user, whatever came of that so far', async () => {
    const gone = person('Gone Already');
    started.identity.leave();
    await register(gone);
    await postponed(gone.userId);
    started.identity.forget(gone.userId);
    started.identity.comeBack();
    await makeDue(gone.userId);
    await waitUntil(async () => (await rowOf(gone.userId)) === undefined, {
      describe: 'the mail to be gone',
    });
    expect(mailsTo(gone)).toEqual([]);
  });
});

describe('a deleted user', () => {
  test('is forgotten with the mail that was due, and not brought back by an older event', async () => {
    const gone = person('Gone Fishing');
    mailServer.refuseNext(451);
    await register(gone);
    await postponed(gone.userId);
    await started.events.publish(identityEvents.userDeleted, {
      subject: gone.userId,
      data: { userId: gone.userId, version: 2 },
    });
    await waitUntil(async () => (await rowOf(gone.userId)) === undefined, {
      describe: 'the mail to be gone',
    });
    await register(gone);
    const marker = person('Marker');
    await register(marker, gone.userId);
    await settled(marker.userId, 'sent');
    const { rows } = await started.database.pool.query('SELECT deleted FROM users WHERE id = $1', [
      gone.userId,
    ]);
    expect(rows).toEqual([{ deleted: true }]);
    expect(await rowOf(gone.userId)).toBeUndefined();
    expect(mailsTo(gone)).toEqual([]);
  });
});

test('a message that nobody can read goes to the dead letters and changes nothing', async () => {
  const before = await userCount();
  await register(person('Before'));
  await started.events.send({
    topic: 'identity.events.v1',
    key: 'x',
    value: '{"userId":"nobody"}',
    headers: {
      ce_specversion: '1.0',
      ce_id: uuidv7(),
      ce_type: identityEvents.userConfirmed.type,
      ce_source: 'test',
      ce_time: new Date().toISOString(),
      ce_subject: 'x',
      ce_correlationid: 'x',
    },
  });
  await started.events.waitForMessage('identity.events.v1.marketing.dlt');
  await waitUntil(async () => (await userCount()) === before + 1, { describe: 'the good neighbour' });
});

test('no e-mail address is in the logs', () => {
  expect(JSON.stringify(started.lines)).not.toContain('@example.com');
});
