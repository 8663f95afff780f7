import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testLink, testRedis, waitUntil } from '@quayside/testkit';
import { createBrowser } from './browser.ts';
import { bodyOf } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

describe('while Redis is away', () => {
  let lonely: TestGateway;
  beforeAll(async () => {
    lonely = await startTestGateway({ redisUrl: 'redis://127.0.0.1:1' });
  });
  afterAll(() => lonely.close());

  test('what is open to all stays open, also for who has a session', async () => {
    const visitor = createBrowser(lonely.origin);
    visitor.jar.set('__Host-quayside-session', 'a-session');
    expect((await visitor.send('GET', '/api/v1/catalog/items')).status).toBe(200);
  });

  test('what needs the session is a 503 problem', async () => {
    const visitor = createBrowser(lonely.origin);
    visitor.jar.set('__Host-quayside-session', 'a-session');
    const answer = await visitor.send('GET', '/api/v1/basket');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await bodyOf(answer)).toMatchObject({ code: 'sessions-unavailable' });
    expect(lonely.basket.calls).toEqual([]);
  });

  test.each([
    ['PUT', '/api/v1/catalog/items/1'],
    ['POST', '/api/v1/catalog/items/1/stock-adjustments'],
    ['PUT', '/api/v1/sales-settings'],
  ])('what an admin does by %s %s is a 503 problem, and reaches nobody', async (method, path) => {
    const visitor = createBrowser(lonely.origin);
    visitor.jar.set('__Host-quayside-session', 'a-session');
    const answer = await visitor.send(method, path, { body: {} });
    expect([answer.status, (await bodyOf(answer))['code']]).toEqual([503, 'sessions-unavailable']);
    expect(
      [...lonely.catalog.calls, ...lonely.ordering.calls].filter((call) => call.method === method),
    ).toEqual([]);
  });

  test.each(['/auth/login', '/auth/callback?state=s&code=c'])('%s is a 503 problem', async (path) => {
    const visitor = createBrowser(lonely.origin);
    visitor.jar.set('__Host-quayside-sign-in', 's');
    const answer = await visitor.send('GET', path);
    expect([answer.status, (await bodyOf(answer))['code']]).toEqual([503, 'sessions-unavailable']);
  });

  test('who only looks at a basket gets a 503 problem too', async () => {
    const answer = await createBrowser(lonely.origin).send('GET', '/api/v1/basket');
    expect([answer.status, (await bodyOf(answer))['code']]).toEqual([503, 'sessions-unavailable']);
  });

  test('the gateway is not ready', async () => {
    expect((await fetch(`${lonely.management}/readyz`)).status).toBe(503);
  });
});

test('a Redis that vanished without a word is found again, over a new connection', async () => {
  const { url, close } = await testRedis();
  const link = await testLink(url);
  const found = await startTestGateway({ redisUrl: link.url });
  const visitor = createBrowser(found.origin);
  visitor.jar.set('__Host-quayside-session', 'a-session');
  const status = async () => (await visitor.send('GET', '/auth/session')).status;
  await waitUntil(async () => (await status()) === 200, { describe: 'sessions to be there' });
  link.lose();
  expect(await status()).toBe(503);
  await waitUntil(async () => (await status()) === 200, { describe: 'sessions to be there again' });
  await found.close();
  await link.close();
  await close();
});
