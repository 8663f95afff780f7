import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { topics } from '@quayside/contracts';
import { createKafka, createPublisher, type Publisher } from '@quayside/messaging';
import { silentLogger, waitUntil } from '@quayside/testkit';
import { look } from '../src/look.ts';
import { keepScreenshot } from '../src/screenshots.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const { origin, stores } = theStack();
const { signedIn } = browserFixture({ timeoutMs: 30_000 });
const topic = topics.identity;
const group = 'marketing';
let publisher: Publisher;
let admin: ShopClient;

beforeAll(async () => {
  const kafka = createKafka({ brokers: stores.kafka, clientId: 'dead-letters-test', logger: silentLogger });
  publisher = createPublisher(kafka);
  await publisher.start();
  admin = createShopClient(origin);
  await admin.signIn('admin@quayside.test');
});
afterAll(() => publisher.close());

/** A message of Identity's topic that marketing can do nothing with, and the letter that it becomes. */
const poison = async (type: string): Promise<string> => {
  const eventId = crypto.randomUUID();
  await publisher.send([
    {
      topic,
      key: eventId,
      value: '{"userId":"nobody"}',
      headers: {
        ...{ ce_specversion: '1.0', ce_id: eventId, ce_type: type, ce_source: 'test' },
        ...{ ce_time: new Date().toISOString(), ce_subject: eventId, ce_correlationid: eventId },
      },
    },
  ]);
  return eventId;
};
const letterOf = (
  eventId: string,
  fits: (letter: { redrives: number; state: string }) => boolean = () => true,
) =>
  waitUntil(
    async () => {
      const { body } = await admin.ask('GET /api/v1/admin/operations/dead-letters', {
        query: { q: eventId, group },
      });
      return body.items.find(fits);
    },
    { describe: 'the dead letter' },
  );

describe('a message that no handler can take', () => {
  test('is found in the admin pages, sent again to those who could not, and left be for a reason', async () => {
    const eventId = await poison('quayside.identity.user-deleted.v1');
    const letter = await letterOf(eventId);
    expect(letter).toMatchObject({ reason: 'invalid-data', topic, state: 'open', redrives: 0 });

    const page = await signedIn(`/admin/dead-letters?q=${eventId}&group=${group}`);
    await page.getByTestId(`row-${letter.id}`).waitFor();
    await look(page, 'admin-dead-letters');
    await page.getByRole('checkbox', { name: /^Select identity/ }).check();
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('Sent again', { exact: true }).first().waitFor();
    // Nobody mended anything: it comes back.
    await letterOf(eventId, ({ state, redrives }) => state === 'open' && redrives === 1);

    await page.goto(`/admin/dead-letters/${letter.id}`);
    await page.getByText('"userId": "nobody"').waitFor();
    await page.getByTestId(`entry-dead-letter-${letter.id}`).waitFor();
    await look(page, 'admin-dead-letter');
    await page.getByRole('button', { name: 'Leave be' }).click();
    await page.getByRole('button', { name: 'Leave it be' }).click();
    await page.getByText('Say why: colleagues will ask').waitFor();
    await keepScreenshot(page, 'admin-dead-letter-why');
    await page.getByLabel('Why').fill('There was no such user');
    await page.getByRole('button', { name: 'Leave it be' }).click();
    await page.getByText('There was no such user').first().waitFor();
    await page.getByTestId(`entry-dead-letter-${letter.id}`).nth(1).waitFor();
    expect(await page.getByRole('button', { name: 'Send again' }).count()).toBe(0);
    await page.context().close();
  }, 120_000);
});
