import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ShopStatus } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import { json } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ environment: { LIMIT_FACTOR: '0' } });
});
afterAll(() => gateway.close());

const status = async () => (await (await fetch(`${gateway.origin}/status.json`)).json()) as ShopStatus;
const stateOf = async (name: string) => (await status()).parts.find((part) => part.name === name)?.state;
const until = (name: string, state: string) =>
  waitUntil(async () => (await stateOf(name)) === state, { describe: `${name} to be ${state}` });

describe('the public status', () => {
  test('says that all works, for everybody, and may be kept for a moment', async () => {
    const answer = await fetch(`${gateway.origin}/status.json`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=5']);
    const told = (await answer.json()) as ShopStatus;
    expect(told.state).toBe('works');
    expect(told.parts.map(({ name }) => name)).toEqual(['browse', 'basket', 'checkout', 'sign-in', 'orders']);
  });

  test('is asked of those behind once for many who ask', async () => {
    await status();
    gateway.catalog.calls.length = 0;
    await Promise.all(Array.from({ length: 20 }, status));
    expect(gateway.catalog.calls.filter(({ url }) => url === '/readyz').length).toBeLessThanOrEqual(1);
  });

  test('names what does not work in words for shoppers, while the storefront is away', async () => {
    gateway.storefront.answer = (_call, _req, res) => res.destroy();
    gateway.basket.answer = (_call, _req, res) => json(res, 503, { ready: false });
    await until('browse', 'down');
    expect(await stateOf('checkout')).toBe('down');
    expect(await stateOf('sign-in')).toBe('works');
    const page = await fetch(`${gateway.origin}/status`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const html = await page.text();
    expect(html).toContain('Your basket');
    expect(html).toContain('Does not work');
    expect(html).not.toMatch(/catalog|ordering|127\.0\.0\.1|redis|readyz/i);
    gateway.storefront.answer = (_call, _req, res) => json(res, 200, {});
    gateway.basket.answer = (_call, _req, res) => json(res, 200, {});
    await until('checkout', 'works');
  }, 30_000);

  test('a service that hangs is told as away, and keeps nobody waiting', async () => {
    gateway.ordering.answer = () => undefined;
    await until('orders', 'down');
    expect(await stateOf('checkout')).toBe('disturbed');
    gateway.ordering.answer = (_call, _req, res) => json(res, 200, {});
    await until('orders', 'works');
  }, 30_000);
});

test('what the system is like in detail is for admins alone, and no process says it outside', async () => {
  expect((await fetch(`${gateway.origin}/api/v1/admin/operations/system`)).status).toBe(401);
  expect((await fetch(`${gateway.origin}/statusz`)).status).toBe(404);
  const inside = await (await fetch(`${gateway.management}/statusz`)).json();
  expect(inside).toMatchObject({ name: 'gateway', version: 'unreleased', isReady: true });
});
