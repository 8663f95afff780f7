import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { waitUntil } from '@quayside/testkit';
import { json } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ timeoutMs: 300 });
});
afterAll(() => gateway.close());
let asks = 0;
beforeEach(async () => {
  gateway.catalog.answer = (_call, _req, res) => json(res, 200, { items: ['lamp'] });
  // After a test in which it was away it is not asked for a while.
  const isAsked = async () => (await read(`/api/v1/catalog/brands?ask=${(asks += 1)}`)).status === 200;
  await waitUntil(isAsked, { describe: 'Catalog to be asked' });
});

const read = async (path: string) => {
  const answer = await fetch(gateway.origin + path);
  return { status: answer.status, said: answer.headers, body: await answer.text() };
};
const goAway = () => {
  gateway.catalog.answer = (_call, req) => void req.socket.destroy();
};

test('a list is what it was, and says that it is old, while Catalog is away', async () => {
  const before = await read('/api/v1/catalog/brands');
  expect(before.said.has('cache-status')).toBe(false);
  goAway();
  const { status, said, body } = await read('/api/v1/catalog/brands');
  expect([status, body]).toEqual([200, before.body]);
  expect(said.get('content-type')).toBe('application/json');
  expect(said.get('age')).toMatch(/^\d+$/);
  expect(said.get('cache-status')).toMatch(
    /^quayside-gateway; hit; ttl=-\d+; detail="catalog does not answer"$/,
  );
});

test('a list is what it was also while Catalog takes the question and says nothing', async () => {
  const before = await read('/api/v1/catalog/brands');
  gateway.catalog.answer = () => undefined;
  const { status, said, body } = await read('/api/v1/catalog/brands');
  expect([status, body]).toEqual([200, before.body]);
  expect(said.get('cache-status')).toContain('catalog does not answer');
});

test('what nobody read before is not there', async () => {
  goAway();
  expect((await read('/api/v1/catalog/types')).status).toBe(503);
});

test('what was refused is not remembered', async () => {
  gateway.catalog.answer = (_call, _req, res) => json(res, 404, { code: 'product-not-found' });
  expect((await read('/api/v1/catalog/products/none')).status).toBe(404);
  goAway();
  expect((await read('/api/v1/catalog/products/none')).status).toBe(503);
});

test('what nobody may keep is not remembered', async () => {
  gateway.catalog.answer = (_call, _req, res) => {
    res.setHeader('cache-control', 'no-store');
    json(res, 200, { name: 'A draft' });
  };
  expect((await read('/api/v1/catalog/previews/1-1790000000-x')).status).toBe(200);
  goAway();
  expect((await read('/api/v1/catalog/previews/1-1790000000-x')).status).toBe(503);
});

test("what shows more to some is nobody else's", async () => {
  expect((await read('/api/v1/catalog/items/7')).status).toBe(200);
  goAway();
  expect((await read('/api/v1/catalog/items/7')).status).toBe(503);
});

test('the home page is what it was', async () => {
  const facets = { brands: [], categories: [], prices: [], inStock: 0, attributes: [] };
  const page = { items: [], page: 1, pageSize: 8, totalItems: 0, facets };
  gateway.catalog.answer = (_call, _req, res) => json(res, 200, page);
  gateway.marketing.answer = (_call, _req, res) => json(res, 200, { items: [] });
  const before = await read('/api/v1/screens/home');
  expect(before.status).toBe(200);
  goAway();
  const after = await read('/api/v1/screens/home');
  expect([after.status, after.body]).toEqual([200, before.body]);
  expect(after.said.get('cache-status')).toContain('catalog does not answer');
});

describe('what people wrote, below their names', () => {
  const written = 'Ottoline Guestwick';
  const review = {
    ...{ id: '0199d3ee-0b7d-7c33-8a1f-64d20b9c5e01', author: written, stars: 5, title: 'Good', body: 'Yes' },
    ...{ helpful: 0, writtenAt: '2026-03-01T08:00:00.000Z' },
  };
  const question = {
    ...{ id: '0199d3ee-0b7d-7c33-8a1f-64d20b9c5e02', author: written, body: 'Is it?', answers: [] },
    askedAt: '2026-03-01T08:00:00.000Z',
  };
  const ofOne = { page: 1, pageSize: 5, totalItems: 1 };
  const none = { items: [], page: 1, pageSize: 5, totalItems: 0 };
  const facets = { brands: [], categories: [], prices: [], inStock: 0, attributes: [] };
  const product = {
    ...{
      id: 1,
      slug: 'lamp',
      slugs: {},
      name: 'Lamp',
      description: 'It shines',
      brand: { id: 1, name: 'Lux', slug: 'lux' },
    },
    ...{ categories: [{ id: 1, name: 'Lamps', slug: 'lamps' }], tags: [], attributes: [] },
    ...{ options: [], media: [], seo: {}, variants: [], version: 1 },
  };
  const answers: Record<string, unknown> = {
    '/api/v1/catalog/products/lamp': product,
    '/api/v1/catalog/products/lamp/bought-together': { items: [] },
    '/api/v1/catalog/products/lamp/reviews': { ...ofOne, items: [review], distribution: [0, 0, 0, 0, 1] },
    '/api/v1/catalog/products/lamp/questions': { ...ofOne, items: [question] },
  };

  beforeEach(() => {
    gateway.marketing.answer = (_call, _req, res) => json(res, 200, { items: [] });
    gateway.catalog.answer = ({ url }, _req, res) =>
      json(res, 200, answers[url.replace(/\?.*/, '')] ?? { ...none, facets });
  });

  test('is not kept with the page of a product, which is what it was without it', async () => {
    const { body } = await read('/api/v1/screens/product/lamp');
    expect(JSON.parse(body)).toMatchObject({
      reviews: { items: [review] },
      questions: { items: [question] },
    });
    goAway();
    const { status, said, body: kept } = await read('/api/v1/screens/product/lamp');
    expect([status, said.get('cache-status')]).toEqual([200, expect.stringContaining('does not answer')]);
    expect(JSON.parse(kept)).toMatchObject({ product: { name: 'Lamp' } });
    expect(kept).not.toContain(written);
  });

  test.each(['reviews', 'questions'])('is not kept of a list of %s', async (list) => {
    expect((await read(`/api/v1/catalog/products/lamp/${list}`)).body).toContain(written);
    goAway();
    expect((await read(`/api/v1/catalog/products/lamp/${list}`)).status).toBe(503);
  });
});
