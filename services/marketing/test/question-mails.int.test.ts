import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { catalogEvents, identityEvents } from '@quayside/contracts';
import { headerOf, startMailServer, waitUntil, type MailServer } from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import { htmlOf, textOf } from './mail-parts.ts';
import { playItems } from './play-items.ts';
import { startMarketing, type StartedMarketing } from './start-marketing.ts';

let mailServer: MailServer;
let started: StartedMarketing;

beforeAll(async () => {
  mailServer = await startMailServer();
  started = await startMarketing({ smtpUrl: mailServer.url });
  await playItems(() => started).sell(true, 1, 7);
  await playItems(() => started).sell(false, 1, 8);
});
afterAll(async () => {
  await started.stop();
  await mailServer.close();
});

const person = (locale = 'en-GB') => {
  const id = uuidv7();
  const email = `${id}@example.com`;
  started.identity.know(id, { name: 'Signe Holm', email, locale });
  return { id, mails: () => mailServer.mails.filter(({ to }) => to.includes(email)) };
};
const handled = async (eventId: string): Promise<boolean> =>
  (await started.database.pool.query('SELECT 1 FROM inbox WHERE event_id = $1', [eventId])).rowCount === 1;
const answered = async (askerId: string, { questionId = uuidv7(), itemId = 7, version = 3 } = {}) => {
  const { id } = await started.events.publish(catalogEvents.questionAnswered, {
    subject: questionId,
    data: { questionId, askerId, itemId, version },
  });
  await waitUntil(() => handled(id), { describe: 'the answer to be known' });
  return questionId;
};
const stateOf = async (questionId: string): Promise<string | undefined> =>
  (
    await started.database.pool.query<{ state: string }>('SELECT state FROM mails WHERE question_id = $1', [
      questionId,
    ])
  ).rows[0]?.state;

describe('whoever asked', () => {
  test('is written to once, with where to read it and nothing of what was said', async () => {
    const signe = person();
    const questionId = await answered(signe.id);
    await waitUntil(async () => (await stateOf(questionId)) === 'sent', { describe: 'the mail to be sent' });
    const [mail] = signe.mails();
    if (!mail) throw new Error('no mail');
    expect(headerOf(mail, 'Subject')).toMatch(/Your_question_about_/);
    expect(textOf(mail)).toContain('Dear Signe,');
    expect(textOf(mail)).toContain('http://shop.test/products/lamp-7#questions');
    expect(htmlOf(mail)).toContain('Lamp &lt;7&gt;');
    await answered(signe.id, { questionId, version: 4 });
    expect(await stateOf(questionId)).toBe('sent');
    expect(signe.mails()).toHaveLength(1);
    expect(JSON.stringify(started.lines)).not.toContain(signe.id + '@');
  });

  test('is written to in German where the account is', async () => {
    const anna = person('de-AT');
    const questionId = await answered(anna.id);
    await waitUntil(async () => (await stateOf(questionId)) === 'sent', { describe: 'the mail to be sent' });
    const [mail] = anna.mails();
    if (!mail) throw new Error('no mail');
    expect(textOf(mail)).toContain('Ihre Frage ist beantwortet');
    expect(textOf(mail)).toContain('http://shop.test/de/produkte/lamp-7#questions');
  });

  test('is not written to about what is not sold any more', async () => {
    const signe = person();
    const questionId = await answered(signe.id, { itemId: 8 });
    await waitUntil(async () => (await stateOf(questionId)) === undefined, {
      describe: 'the mail to be dropped',
    });
    expect(signe.mails()).toEqual([]);
  });

  test('is forgotten with the account, also by an answer that comes late', async () => {
    const signe = person();
    const { id } = await started.events.publish(identityEvents.userDeleted, {
      subject: signe.id,
      data: { userId: signe.id, version: 2 },
    });
    await waitUntil(() => handled(id), { describe: 'the deletion to be known' });
    const questionId = await answered(signe.id);
    expect(await stateOf(questionId)).toBeUndefined();
    expect(signe.mails()).toEqual([]);
  });
});
