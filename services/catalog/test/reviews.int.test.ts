import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identityEvents, orderingEvents, topics } from '@quayside/contracts';
import { createEventSpy, waitUntil, type EventSpy } from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import { createTestCatalog, newItem, type TestCatalog } from './test-catalog.ts';

const mo = { id: '0198c0de-0000-7000-8000-00000000ad02', name: 'Mo Merchant' };
let catalog: TestCatalog;
let spy: EventSpy;
let staff: string;

beforeAll(async () => {
  catalog = await createTestCatalog(Array.from({ length: 12 }, (_, at) => newItem(at + 1)));
  spy = await createEventSpy({ ...catalog.kafka, topics: [topics.ordering, topics.identity] });
  await catalog.start();
  await catalog.ready();
  staff = `Bearer ${await catalog.minter.merchandiser(mo)}`;
});
afterAll(async () => {
  await spy.close();
  await catalog.close();
});

const product = (id: number) => `/api/v1/catalog/products/item-${id}`;
const desk = '/api/v1/admin/catalog/reviews';
type Method = 'get' | 'put' | 'delete';
const call = (method: Method, path: string, token?: string) => {
  const asked = catalog.request[method](path);
  return token === undefined ? asked : asked.set('authorization', token);
};
const text = { stars: 5, title: 'Dry at last', body: 'Two weeks of rain, and dry.', author: 'Signe H.' };

/** Somebody who bought these products. */
const buyerOf = async (...itemIds: number[]) => {
  const id = uuidv7();
  const orderId = uuidv7();
  const lines = itemIds.map((itemId) => ({ itemId, quantity: 1 }));
  await spy.publish(orderingEvents.orderAwaitingValidation, {
    subject: orderId,
    data: { orderId, lines, version: 2 },
  });
  await spy.publish(orderingEvents.orderPaid, {
    subject: orderId,
    data: {
      ...{ orderId, buyerId: id, version: 3 },
      lines,
      total: { amount: 1000, currency: 'USD' },
    },
  });
  await waitUntil(
    async () =>
      (await catalog.pool.query('SELECT 1 FROM purchases WHERE account_id = $1', [id])).rowCount ===
      itemIds.length,
    { describe: 'the purchase to be known' },
  );
  const token = `Bearer ${await catalog.minter.shopper({ id })}`;
  return {
    id,
    token,
    write: (at: number, change: object = {}) =>
      call('put', `${product(at)}/reviews/mine`, token).send({ ...text, ...change }),
    mine: async (at: number) => (await call('get', `${product(at)}/reviews/mine`, token).expect(200)).body,
    withdraw: (at: number) => call('delete', `${product(at)}/reviews/mine`, token),
    vote: (reviewId: string, method: Method = 'put') =>
      call(method, `/api/v1/catalog/reviews/${reviewId}/helpful`, token),
  };
};
const decide = (id: string, body: object, version = 1) =>
  call('put', `${desk}/${id}/decision`, staff).set('if-match', `"v${version}"`).send(body);
const reply = (id: string, words: string | null, version: number) =>
  call('put', `${desk}/${id}/reply`, staff).set('if-match', `"v${version}"`).send({ reply: words });
const shown = async (at: number, query = '') =>
  (await call('get', `${product(at)}/reviews${query}`).expect(200)).body;
const published = async (at: number, change: object = {}) => {
  const buyer = await buyerOf(at);
  const { id } = (await buyer.write(at, change).expect(200)).body;
  await decide(id, { state: 'published' }).expect(200);
  return { ...buyer, reviewId: String(id) };
};

describe('a review', () => {
  test('waits to be read, is shown then, and moves what list and page say of the product', async () => {
    const buyer = await buyerOf(1);
    expect(await buyer.mine(1)).toEqual({ mayWrite: true, foundHelpful: [] });
    const { body } = await buyer.write(1, { title: ' Dry at last ' }).expect(200);
    expect(body).toMatchObject({ ...text, state: 'pending', product: { slug: 'item-1' } });
    expect(await shown(1)).toMatchObject({ items: [], totalItems: 0, distribution: [0, 0, 0, 0, 0] });
    expect(await buyer.mine(1)).toMatchObject({ mayWrite: true, review: body });

    await decide(body.id, { state: 'published' }).expect(200);
    const { items, rating, distribution } = await shown(1);
    expect(items).toMatchObject([{ ...text, helpful: 0 }]);
    expect(JSON.stringify(items)).not.toContain(buyer.id);
    expect([rating, distribution]).toEqual([{ average: 5, count: 1 }, [0, 0, 0, 0, 1]]);
    expect((await call('get', product(1)).expect(200)).body.rating).toEqual({ average: 5, count: 1 });
    const list = await call('get', '/api/v1/catalog/products?sort=rating&pageSize=1').expect(200);
    expect(list.body.items).toMatchObject([{ slug: 'item-1', rating: { average: 5, count: 1 } }]);
  });

  test('that is written anew is not shown until it is read again', async () => {
    const { write, reviewId } = await published(2);
    expect((await write(2, { stars: 1 }).expect(200)).body).toMatchObject({ id: reviewId, state: 'pending' });
    expect(await shown(2)).toMatchObject({ items: [], distribution: [0, 0, 0, 0, 0] });
    expect((await call('get', product(2)).expect(200)).body).not.toHaveProperty('rating');
    await decide(reviewId, { state: 'published' }, 3).expect(200);
    expect((await shown(2)).rating).toEqual({ average: 1, count: 1 });
  });

  test('of theirs names its product by the slug of each language', async () => {
    const buyer = await buyerOf(8);
    await buyer.write(8).expect(200);
    await catalog.pool.query(
      `INSERT INTO product_texts (product_id, language, name, description)
       SELECT id, 'de', 'Das Achte', 'Auf Deutsch' FROM products WHERE slug = 'item-8'`,
    );
    const { body } = await call('get', '/api/v1/catalog/reviews/mine', buyer.token).expect(200);
    expect(body.items).toMatchObject([{ product: { slug: 'item-8', slugs: { de: 'das-achte' } } }]);
  });

  test('is taken back, and counts no more', async () => {
    const { withdraw, mine } = await published(3);
    await withdraw(3).expect(204);
    expect(await shown(3)).toMatchObject({ totalItems: 0 });
    expect(await mine(3)).toEqual({ mayWrite: true, foundHelpful: [] });
    await withdraw(3).expect(204);
  });

  test('is for those who bought the product', async () => {
    const buyer = await buyerOf(4);
    const refused = await buyer.write(5).expect(403);
    expect(refused.body.code).toBe('review-not-yours-to-write');
    await call('put', `${product(4)}/reviews/mine`)
      .send(text)
      .expect(401);
    const guest = `Bearer ${await catalog.minter.guest()}`;
    expect([401, 403]).toContain((await call('put', `${product(4)}/reviews/mine`, guest).send(text)).status);
    expect((await buyer.write(99)).body.code).toBe('product-not-found');
  });

  test.each([
    ['six stars', { stars: 6 }],
    ['half a star', { stars: 0.5 }],
    ['no words', { body: ' ' }],
    ['a name that nobody sees', { author: '\u200b' }],
    ['characters that turn the text around', { title: 'Good \u202e' }],
    ['more than anybody reads', { body: 'x'.repeat(3001) }],
    ['a field that is not known', { state: 'published' }],
  ])('of %s is refused', async (_, change) => {
    const buyer = await buyerOf(6);
    expect((await buyer.write(6, change)).body.code).toBe('malformed-request');
    expect(await buyer.mine(6)).toEqual({ mayWrite: true, foundHelpful: [] });
  });
});

describe('what others found helpful', () => {
  test('counts once a person, orders the list, and can be taken back; not of the own', async () => {
    const [one, other] = [
      await published(7, { stars: 2, title: 'First' }),
      await published(7, { title: 'Second' }),
    ];
    const reader = await buyerOf(8);
    for (let time = 0; time < 3; time += 1) await reader.vote(one.reviewId).expect(204);
    expect((await shown(7)).items.map(({ title }: { title: string }) => title)).toEqual(['First', 'Second']);
    expect((await shown(7, '?sort=newest')).items[0].title).toBe('Second');
    expect((await shown(7, '?stars=2')).totalItems).toBe(1);
    expect((await reader.mine(7)).foundHelpful).toEqual([one.reviewId]);
    expect((await shown(7)).items[0].helpful).toBe(1);
    expect((await other.vote(other.reviewId)).body.code).toBe('review-is-your-own');
    await reader.vote(one.reviewId, 'delete').expect(204);
    await reader.vote(one.reviewId, 'delete').expect(204);
    expect((await shown(7)).items.map(({ helpful }: { helpful: number }) => helpful)).toEqual([0, 0]);
    expect((await reader.vote(uuidv7())).body.code).toBe('review-not-found');
  });

  test('of many at once counts each', async () => {
    const { reviewId } = await published(9);
    const readers = await Promise.all(Array.from({ length: 5 }, () => buyerOf(8)));
    await Promise.all(readers.map(({ vote }) => vote(reviewId).expect(204)));
    expect((await shown(9)).items[0].helpful).toBe(5);
  });
});

describe('staff', () => {
  test('find what waits, refuse with a reason, answer, and are in the log without what was written', async () => {
    const buyer = await buyerOf(10);
    const title = `Tall sails ${uuidv7()}`;
    const { id } = (await buyer.write(10, { title }).expect(200)).body;
    const waiting = await call('get', `${desk}?state=pending&q=${encodeURIComponent(title)}`, staff).expect(
      200,
    );
    expect(waiting.body.items).toMatchObject([{ id, title, product: { slug: 'item-10' } }]);
    expect(JSON.stringify(waiting.body)).not.toContain(buyer.id);
    await decide(id, { state: 'refused', refusal: 'It is about the carrier' }).expect(200);
    expect((await buyer.mine(10)).review).toMatchObject({
      state: 'refused',
      refusal: 'It is about the carrier',
    });
    const late = await decide(id, { state: 'published' });
    expect([late.status, late.body.current.state]).toEqual([412, 'refused']);
    await decide(id, { state: 'published' }, 2).expect(200);
    const answered = await reply(id, 'Thank you, Signe.', 3).expect(200);
    expect(answered.headers['etag']).toBe('"v4"');
    expect((await shown(10)).items[0].reply).toBe('Thank you, Signe.');
    const log = await call('get', `/api/v1/admin/catalog/audit?entity=review&entityId=${id}`, staff).expect(
      200,
    );
    expect(log.body.items.map(({ action }: { action: string }) => action)).toEqual([
      'changed',
      'published',
      'refused',
    ]);
    expect(log.body.items[0].actor).toEqual(mo);
    expect(JSON.stringify(log.body)).not.toContain(title);
  });

  test('say why they refuse', async () => {
    const buyer = await buyerOf(10);
    const { id } = (await buyer.write(10).expect(200)).body;
    expect((await decide(id, { state: 'refused' })).body.code).toBe('malformed-request');
  });
});

test('who is gone leaves no review, no vote and no purchase', async () => {
  const [gone, stays] = [await published(11, { stars: 1 }), await published(11, { stars: 4 })];
  await gone.vote(stays.reviewId).expect(204);
  await spy.publish(identityEvents.userDeleted, {
    subject: gone.id,
    data: { userId: gone.id, deletedAt: new Date().toISOString(), version: 2 },
  } as never);
  await waitUntil(async () => (await shown(11)).totalItems === 1, { describe: 'the review to go' });
  const { items, rating } = await shown(11);
  expect([items[0].stars, items[0].helpful, rating]).toEqual([4, 0, { average: 4, count: 1 }]);
  const { rows } = await catalog.pool.query(
    `SELECT (SELECT count(*)::int FROM purchases WHERE account_id = $1) AS purchases,
            (SELECT count(*)::int FROM review_votes WHERE account_id = $1) AS votes`,
    [gone.id],
  );
  expect(rows).toEqual([{ purchases: 0, votes: 0 }]);
});
