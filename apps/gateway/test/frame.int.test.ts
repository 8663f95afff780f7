import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { emptyBasket as basket } from './empty-basket.ts';
import { createBrowser, type Browser } from './browser.ts';
import { user } from './open-id-provider.ts';
import { bodyOf, json } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;
let browser: Browser;

beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());
beforeEach(() => {
  browser = createBrowser(gateway.origin);
  gateway.provider.away = false;
  gateway.provider.accessTokenSeconds = 600;
  gateway.basket.calls.length = 0;
  gateway.basket.answer = (_call, _req, res) => json(res, 200, basket);
});

const frame = async () => {
  const answer = await browser.send('GET', '/api/v1/screens/frame');
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  return bodyOf(answer);
};
const callers = () =>
  gateway.basket.calls.map(
    ({ headers }) => decodeJwt((headers.authorization ?? '').replace('Bearer ', '')).sub,
  );

describe('the frame of a page', () => {
  test('is empty for who has no session, asks nobody and opens none', async () => {
    expect(await frame()).toEqual({});
    expect([gateway.basket.calls, browser.jar.size]).toEqual([[], 0]);
  });

  test('shows a guest their basket and wishes, of one call each', async () => {
    await browser.send('PUT', '/api/v1/basket/items/1', { body: { quantity: 1 } });
    expect(await frame()).toEqual({ basket, wishes: [] });
    const [put, ...reads] = callers();
    expect(reads).toEqual([put, put]);
  });

  test('shows a user, their basket and wishes, of one call each', async () => {
    await browser.visit('/auth/login');
    gateway.basket.calls.length = 0;
    expect(await frame()).toMatchObject({ user: { id: user.id, name: user.name }, basket });
    expect(callers()).toEqual([user.id, user.id]);
  });

  test('goes out without the basket while that is away', async () => {
    await browser.visit('/auth/login');
    gateway.basket.answer = (_call, req) => void req.socket.destroy();
    expect(await frame()).toMatchObject({ user: { id: user.id } });
    expect(await frame()).not.toHaveProperty('basket');
  });

  test('knows the user while Identity is away and the token has to be renewed', async () => {
    gateway.provider.accessTokenSeconds = 5;
    await browser.visit('/auth/login');
    gateway.provider.away = true;
    expect(Object.keys(await frame())).toEqual(['user']);
  });
});
