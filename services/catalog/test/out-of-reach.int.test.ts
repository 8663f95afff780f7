import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestCatalog, type TestCatalog } from './test-catalog.ts';

let dying: Server;
let catalog: TestCatalog;
beforeAll(async () => {
  dying = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => dying.listen(0, '127.0.0.1', resolve));
  const { port } = dying.address() as AddressInfo;
  catalog = await createTestCatalog([], { DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/nowhere` });
});
afterAll(async () => {
  await catalog.close();
  await new Promise((resolve) => dying.close(resolve));
});

test.each(['items', 'items/1', 'items/1/picture', 'brands', 'types'])(
  'GET %s answers 503 without its database, and says nothing of the cause',
  async (path) => {
    const { body, headers } = await catalog.request.get(`/api/v1/catalog/${path}`).expect(503);
    expect(headers['retry-after']).toBe('1');
    expect(body).toMatchObject({ code: 'catalog-unavailable', status: 503 });
    expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|terminated/);
  },
);

test('an admin learns that nothing could be written, and the log says why', async () => {
  const authorization = `Bearer ${await catalog.minter.admin()}`;
  const headers = { authorization, 'if-match': '"v1"' };
  await catalog.request.put('/api/v1/catalog/items/1').set(headers).send({ name: 'x' }).expect(503);
  const adjustments = '/api/v1/catalog/items/1/stock-adjustments';
  await catalog.request.post(adjustments).set(headers).send({ delta: 1, reason: 'x' }).expect(503);
  expect(JSON.stringify(catalog.lines.filter(({ level }) => level === 'warn'))).toContain(
    'Connection terminated',
  );
});
