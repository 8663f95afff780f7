import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
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
