import { beforeAll, expect, test } from '@jest/globals';
import { buyOne, settled } from '../src/buy.ts';
import { eventually } from '../src/control.ts';
import { look } from '../src/look.ts';
import { createMailbox, confirmAddress } from '../src/mailbox.ts';
import { phone } from '../src/screenshots.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';
import { browserFixture } from './browser-fixture.ts';

const stack = theStack();
const { openPage, signedIn } = browserFixture({ timeoutMs: 30_000 });
const merchandiser = 'merchandiser@quayside.test';
const mark = crypto.randomUUID().slice(0, 8);
const [asker, owner] = [`asker-${mark}@example.test`, `owner-${mark}@example.test`];
const question = `Does it hold in a gale, ${mark}?`;
let buyer: ShopClient;
let path: string;

beforeAll(async () => {
  const client = createShopClient(stack.origin);
  await client.register('Signe Holm', asker, 'quayside-demo');
  await confirmAddress(client, stack, asker);
  buyer = createShopClient(stack.origin);
  await buyer.register('Tom Wells', owner, 'quayside-demo');
  const orderId = await buyOne(buyer);
  expect(await settled(buyer, orderId)).toBe('paid');
  const [line] = (await buyer.order(orderId)).body.items;
  const { body: item } = await buyer.item(line?.itemId ?? 0);
  path = (await buyer.visit(`/products/${item.slug}`)).url.pathname;
  const slug = path.split('/').at(-1) ?? '';
  await eventually('the purchase to be known', async () => {
    const route = 'GET /api/v1/catalog/products/:slug/questions/mine';
    return (await buyer.ask(route, { params: { slug } })).body.mayAnswer;
  });
}, 150_000);

test('a question is asked, answered by a buyer and the shop, read by staff, and shown to everybody', async () => {
  const page = await signedIn(path, asker);
  await page.getByRole('button', { name: 'Ask a question' }).click();
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.getByText('This is needed').waitFor();
  await page.getByLabel('What do you want to know?').fill(`${question}\n</script><b>Truly.</b>`);
  await look(page, 'question-form');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.getByTestId('own-question').getByText('We read it before it is shown').waitFor();
  await page.context().close();

  const desk = await signedIn('/admin/questions?state=waiting', merchandiser);
  await look(desk, 'admin-questions');
  await desk.getByRole('link', { name: question }).click();
  await desk.getByRole('button', { name: 'Do not show it' }).click();
  await desk.getByText('Say why: whoever wrote it reads this').waitFor();
  await desk.getByRole('button', { name: 'Show it', exact: true }).click();
  await desk.getByText('Shown', { exact: true }).waitFor();

  const shopper = await signedIn(path, owner);
  const entry = shopper.locator('#questions li', { hasText: question });
  await entry.getByRole('button', { name: 'Answer' }).click();
  await entry.getByLabel('What you know of it').fill('Two days hove to, and it did.');
  await look(shopper, 'answer-form');
  await entry.getByRole('button', { name: 'Send the answer' }).click();
  await entry.getByTestId('own-answer').waitFor();
  await shopper.context().close();

  await desk.reload();
  const answer = desk.getByTestId(/^answer-/).filter({ hasText: 'Two days hove to' });
  await look(desk, 'admin-question');
  await answer.getByRole('button', { name: 'Show it', exact: true }).click();
  await answer.getByText('Shown', { exact: true }).waitFor();
  await desk.getByLabel('What the shop answers').fill('It does, with a reef in.');
  await desk.getByRole('button', { name: 'Answer', exact: true }).click();
  await desk
    .getByTestId(/^entry-question-/)
    .nth(2)
    .waitFor();
  await desk.context().close();

  const reader = await openPage(phone);
  await reader.goto(`${path}#questions`);
  const shown = reader.locator('#questions li', { hasText: question });
  await shown.getByText('It does, with a reef in.').waitFor();
  await shown.getByText('Two days hove to, and it did.').waitFor();
  await look(reader, 'product-questions');
  const data = await reader.evaluate<string>(
    `[...document.querySelectorAll('script[type="application/ld+json"]')].map((one) => one.textContent).join()`,
  );
  expect(data).toContain('acceptedAnswer');
  expect(data).not.toContain('</script>');
  expect(await reader.locator('#questions b').count()).toBe(0);
  await reader.goto(path.replace('/products/', '/de/produkte/'));
  await reader.getByRole('heading', { name: 'Fragen und Antworten' }).waitFor();
}, 180_000);

test('whoever asked has one mail, and both find what they wrote in their account and its file', async () => {
  const mailbox = createMailbox(stack, asker);
  const about = async () => (await mailbox.subjects()).filter((subject) => /is answered$/.test(subject));
  await eventually('the mail', async () => (await about()).length > 0);
  expect(await about()).toHaveLength(1);
  const account = await signedIn('/account', owner);
  await account.getByText('You answered: Two days hove to').waitFor();
  await look(account, 'account-questions');
  const { body } = await buyer.ask('GET /api/v1/account/export', {});
  expect(body.questions).toMatchObject({ questions: [], answers: [{ state: 'published' }] });
}, 90_000);
