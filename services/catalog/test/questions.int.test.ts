import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { catalogEvents, identityEvents, orderingEvents, topics } from '@quayside/contracts';
import { createEventSpy, waitUntil, type EventSpy } from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';

const mo = { id: '0198c0de-0000-7000-8000-00000000ad02', name: 'Mo Merchant' };
let catalog: TestCatalog;
let spy: EventSpy;
let staff: string;

beforeAll(async () => {
  catalog = await createTestCatalog(Array.from({ length: 12 }, (_, at) => newItem(at + 1)));
  spy = await createEventSpy({
    ...catalog.kafka,
    topics: [topics.ordering, topics.identity, topics.catalog],
  });
  await catalog.start();
  await catalog.ready();
  staff = `Bearer ${await catalog.minter.merchandiser(mo)}`;
});
afterAll(async () => {
  await spy.close();
  await catalog.close();
});

const product = (id: number) => `/api/v1/catalog/products/item-${id}/questions`;
const questions = '/api/v1/catalog/questions';
const desk = '/api/v1/admin/catalog/questions';
type Method = 'get' | 'post' | 'put' | 'delete';
const call = (method: Method, path: string, token?: string) => {
  const asked = catalog.request[method](path);
  return token === undefined ? asked : asked.set('authorization', token);
};

const shopper = async () => {
  const id = uuidv7();
  const token = `Bearer ${await catalog.minter.shopper({ id })}`;
  return {
    id,
    token,
    ask: (at: number, body: string, change: object = {}) =>
      call('post', product(at), token).send({ body, author: 'Signe', ...change }),
    part: async (at: number) => (await call('get', `${product(at)}/mine`, token).expect(200)).body,
    all: async () => (await call('get', `${questions}/mine`, token).expect(200)).body,
    answer: (question: string, body: string, change: object = {}) =>
      call('put', `${questions}/${question}/answers/mine`, token).send({ body, author: 'Tom W.', ...change }),
    withdrawAnswer: (question: string) => call('delete', `${questions}/${question}/answers/mine`, token),
    withdraw: (question: string) => call('delete', `${questions}/${question}`, token),
  };
};

const buyerOf = async (itemId: number) => {
  const buyer = await shopper();
  const orderId = uuidv7();
  const lines = [{ itemId, quantity: 1 }];
  await spy.publish(orderingEvents.orderAwaitingValidation, {
    subject: orderId,
    data: { orderId, lines, version: 2 },
  });
  await spy.publish(orderingEvents.orderPaid, {
    subject: orderId,
    data: { orderId, lines, buyerId: buyer.id, version: 3, total: { amount: 1000, currency: 'USD' } },
  });
  await waitUntil(async () => (await buyer.part(itemId)).mayAnswer, { describe: 'the purchase to be known' });
  return buyer;
};

const shown = async (at: number, query = '') =>
  (await call('get', `${product(at)}${query}`).expect(200)).body;
const put = (path: string, version: number, body: object) =>
  call('put', path, staff).set('if-match', `"v${version}"`).send(body);
const decide = (id: string, body: object, version = 1) => put(`${desk}/${id}/decision`, version, body);
const reply = (id: string, words: string | null, version = 1) =>
  put(`${desk}/${id}/reply`, version, { reply: words });
const decideAnswer = (id: string, body: object, version = 1) =>
  put(`/api/v1/admin/catalog/answers/${id}/decision`, version, body);
const refused = { state: 'refused', refusal: 'It is about the carrier' };

/** A question that everybody reads, without an answer. */
const published = async (at: number, body = 'Does it float?') => {
  const asker = await shopper();
  const { id } = (await asker.ask(at, body).expect(200)).body;
  await decide(id, { state: 'published' }).expect(200);
  return { ...asker, question: String(id) };
};
const told = (question: string) =>
  spy.all(catalogEvents.questionAnswered).filter(({ subject }) => subject === question);

describe('a question', () => {
  test('waits to be read, is shown then, and its asker is told of the first answer once', async () => {
    const asker = await shopper();
    const { body } = await asker.ask(1, ' Does it float? ').expect(200);
    expect(body).toMatchObject({ body: 'Does it float?', state: 'pending', answers: 0, author: 'Signe' });
    expect(await shown(1)).toMatchObject({ items: [], totalItems: 0 });
    await decide(body.id, { state: 'published' }).expect(200);
    expect((await shown(1)).items).toMatchObject([{ id: body.id, body: 'Does it float?', answers: [] }]);
    expect(JSON.stringify(await shown(1))).not.toContain(asker.id);
    expect(told(body.id)).toEqual([]);

    await reply(body.id, 'It does.', 2).expect(200);
    expect((await shown(1)).items[0].reply.body).toBe('It does.');
    const event = await spy.waitFor(catalogEvents.questionAnswered, ({ subject }) => subject === body.id);
    expect(event.data).toEqual({ questionId: body.id, askerId: asker.id, itemId: 1, version: 3 });
    expect(JSON.stringify(event)).not.toContain('float');

    const buyer = await buyerOf(1);
    const answer = (await buyer.answer(body.id, 'Even full.').expect(200)).body;
    await decideAnswer(answer.id, { state: 'published' }).expect(200);
    await reply(body.id, 'It does, full.', 3).expect(200);
    const next = await published(1, 'And in the sea?');
    await reply(next.question, 'Yes.', 2).expect(200);
    await spy.waitFor(catalogEvents.questionAnswered, ({ subject }) => subject === next.question);
    expect(told(body.id)).toHaveLength(1);
  });

  test('is shown by the answer of the shop, and answered ones come first, in pages', async () => {
    const [first, second] = [await shopper(), await published(2, 'Which colour is the lining?')];
    const { id } = (await first.ask(2, 'How heavy is it?').expect(200)).body;
    await reply(id, 'Two pounds.').expect(200);
    const ids = async (query = '') => (await shown(2, query)).items.map((one: { id: string }) => one.id);
    await published(2, 'Does it shrink?');
    expect((await ids())[0]).toBe(id);
    expect((await ids('?sort=newest'))[0]).not.toBe(id);
    expect(await shown(2, '?page=2&pageSize=2')).toMatchObject({
      totalItems: 3,
      items: [{ id: second.question }],
    });
    await reply(id, null, 2).expect(200);
    expect((await shown(2)).items.filter((one: { reply?: object }) => one.reply)).toEqual([]);
  });

  test('is asked once in the same words, and five may wait', async () => {
    const asker = await shopper();
    const answers = await Promise.all(Array.from({ length: 4 }, () => asker.ask(3, 'Is it warm?')));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const more = await Promise.all([1, 2, 3, 4, 5, 6].map((at) => asker.ask(3, `Number ${at}?`)));
    expect(more.filter(({ status }) => status === 200)).toHaveLength(4);
    expect(more.find(({ status }) => status === 409)?.body.code).toBe('too-many-questions');
    expect((await asker.part(3)).questions).toHaveLength(5);
  });

  test('is taken back by who asked, and by nobody else', async () => {
    const [one, other] = [await published(4), await shopper()];
    await other.withdraw(one.question).expect(204);
    expect((await shown(4)).totalItems).toBe(1);
    await one.withdraw(one.question).expect(204);
    await one.withdraw(one.question).expect(204);
    expect([(await shown(4)).totalItems, (await one.all()).questions]).toEqual([0, []]);
  });

  test.each([
    ['no words', { body: ' ' }],
    ['a name that nobody sees', { author: '\u200b' }],
    ['characters that turn the text around', { body: 'Good \u202e?' }],
    ['more than anybody reads', { body: 'x'.repeat(1001) }],
    ['a field that is not known', { state: 'published' }],
  ])('of %s is refused', async (_, change) => {
    const asker = await shopper();
    expect((await asker.ask(5, 'Good?', change)).body.code).toBe('malformed-request');
    expect((await asker.part(5)).questions).toEqual([]);
  });

  test('is for who is signed in, on what is sold', async () => {
    await call('post', product(5)).send({ body: 'Good?', author: 'S' }).expect(401);
    const guest = `Bearer ${await catalog.minter.guest()}`;
    expect((await call('post', product(5), guest).send({ body: 'Good?', author: 'S' })).status).toBe(403);
    expect((await (await shopper()).ask(99, 'Good?')).body.code).toBe('product-not-found');
    expect((await call('get', product(99))).body.code).toBe('product-not-found');
  });
});

describe('an answer', () => {
  test('is by who bought the product, one a person, and shown once it is read', async () => {
    const { question, ...asker } = await published(6);
    const [buyer, stranger] = [await buyerOf(6), await buyerOf(7)];
    expect((await stranger.answer(question, 'No idea.')).body.code).toBe('answer-not-yours-to-give');
    expect((await asker.answer(question, 'I do.')).body.code).toBe('question-is-your-own');
    expect((await buyer.answer(uuidv7(), 'Yes.')).body.code).toBe('question-not-found');
    const first = (await buyer.answer(question, 'It floats.').expect(200)).body;
    expect(first).toMatchObject({ state: 'pending', question: { id: question, body: 'Does it float?' } });
    expect((await shown(6)).items[0].answers).toEqual([]);
    const same = (await buyer.answer(question, 'It floats.').expect(200)).body;
    expect(same).toEqual(first);
    await decideAnswer(first.id, { state: 'published' }).expect(200);
    expect((await shown(6)).items[0].answers).toMatchObject([{ author: 'Tom W.', body: 'It floats.' }]);
    await spy.waitFor(catalogEvents.questionAnswered, ({ subject }) => subject === question);

    expect((await buyer.answer(question, 'It sinks.').expect(200)).body.state).toBe('pending');
    expect((await shown(6)).items[0].answers).toEqual([]);
    const late = await decideAnswer(first.id, refused, 2);
    expect([late.status, late.body.current.answers[0].body]).toEqual([412, 'It sinks.']);
    await decideAnswer(first.id, refused, 3).expect(200);
    expect((await buyer.all()).answers).toMatchObject([{ state: 'refused', refusal: refused.refusal }]);
    await buyer.withdrawAnswer(question).expect(204);
    await buyer.withdrawAnswer(question).expect(204);
    expect((await buyer.all()).answers).toEqual([]);
  });

  test('to a question that is not shown is refused', async () => {
    const [asker, buyer] = [await shopper(), await buyerOf(8)];
    const { id } = (await asker.ask(8, 'Is it blue?').expect(200)).body;
    expect((await buyer.answer(id, 'It is.')).body.code).toBe('question-not-found');
  });
});

describe('staff', () => {
  test('find what waits, decide, and are in the log without what was written', async () => {
    const mark = uuidv7();
    const asker = await shopper();
    const { id } = (await asker.ask(9, `Does ${mark} fit?`).expect(200)).body;
    const found = async (state: string) =>
      (await call('get', `${desk}?state=${state}&q=${mark}`, staff).expect(200)).body.items;
    expect(await found('waiting')).toMatchObject([{ id, state: 'pending', answersToRead: 0 }]);
    expect(JSON.stringify(await found('pending'))).not.toContain(asker.id);
    expect((await decide(id, { state: 'refused' })).body.code).toBe('malformed-request');
    await decide(id, refused).expect(200);
    expect((await asker.part(9)).questions).toMatchObject([{ state: 'refused', refusal: refused.refusal }]);
    expect(await found('waiting')).toEqual([]);
    const late = await decide(id, { state: 'published' });
    expect([late.status, late.body.current.state]).toEqual([412, 'refused']);
    await decide(id, { state: 'published' }, 2).expect(200);
    expect(await found('unanswered')).toMatchObject([{ id }]);
    const buyer = await buyerOf(9);
    const answer = (await buyer.answer(id, `${mark} does.`).expect(200)).body;
    expect(await found('waiting')).toMatchObject([{ id, answersToRead: 1 }]);
    const decidedAnswer = await decideAnswer(answer.id, { state: 'published' }).expect(200);
    expect(decidedAnswer.body.answers).toMatchObject([{ state: 'published', body: `${mark} does.` }]);
    expect([await found('waiting'), await found('unanswered')]).toEqual([[], []]);
    expect((await decideAnswer(uuidv7(), refused)).body.code).toBe('answer-not-found');
    const log = await call('get', `/api/v1/admin/catalog/audit?entity=question&entityId=${id}`, staff).expect(
      200,
    );
    expect(log.body.items.map(({ action }: { action: string }) => action)).toEqual([
      'answer-published',
      'published',
      'refused',
    ]);
    expect(log.body.items[0].actor).toEqual(mo);
    expect(JSON.stringify(log.body)).not.toContain(mark);
  });
});

test('who is gone leaves no question and no answer', async () => {
  const [gone, stays] = [await buyerOf(10), await published(10, 'What is it made of?')];
  await gone.ask(10, 'Where is it made?').expect(200);
  const answer = (await gone.answer(stays.question, 'Wool.').expect(200)).body;
  await decideAnswer(answer.id, { state: 'published' }).expect(200);
  await spy.publish(identityEvents.userDeleted, {
    subject: gone.id,
    data: { userId: gone.id, deletedAt: new Date().toISOString(), version: 2 },
  } as never);
  await waitUntil(async () => (await shown(10)).items[0].answers.length === 0, {
    describe: 'the answer to go',
  });
  expect(await gone.all()).toEqual({ questions: [], answers: [] });
  expect((await stays.part(10)).questions).toMatchObject([{ answers: 0 }]);
});
