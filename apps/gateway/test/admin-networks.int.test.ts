import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { loadConfig } from '@quayside/runtime';
import request from 'supertest';
import { gatewayConfig } from '../src/main/config.ts';
import { createBrowser } from './browser.ts';
import { bodyOf, json } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;
let open: TestGateway;
const environment = { TRUSTED_PROXY_HOPS: '1', LIMIT_FACTOR: '10' };

beforeAll(async () => {
  gateway = await startTestGateway({
    environment: { ...environment, ADMIN_NETWORKS: '192.0.2.0/24, 2001:db8:7::/48' },
  });
  open = await startTestGateway({ environment });
});
afterAll(() => Promise.all([gateway?.close(), open?.close()]));
const standIns = () =>
  [gateway, open].flatMap(({ catalog, ordering, marketing, storefront }) => [
    ...[catalog, ordering, marketing, storefront],
  ]);
beforeEach(() => {
  for (const part of standIns()) {
    part.calls.length = 0;
    part.answer = (_call, _req, res) => json(res, 200, {});
  }
});
const reached = () => standIns().flatMap(({ calls }) => calls);

const outside = ['203.0.113.7', '2001:db8:8::1'];
const inside = ['192.0.2.200', '2001:db8:7:1::9'];
const staffCalls = [
  ['GET', '/admin'],
  ['GET', '/admin/orders?page=2'],
  ['GET', '/%61dmin/orders'],
  ['POST', '/admin/orders'],
  ['GET', '/api/v1/staff/orders'],
  ['GET', '/api/v1/staff/orders/events'],
  ['GET', '/api/v1/admin/marketing/sales'],
  ['GET', '/api/v1/admin/customers/01980000-0000-7000-8000-000000000001/export'],
] as const;

describe.each(outside)('to whoever comes from elsewhere (%s)', (address) => {
  test.each(staffCalls)('%s %s is closed, and reaches nobody', async (method, path) => {
    const answer = await createBrowser(gateway.origin, address).send(method, path);
    expect([answer.status, (await bodyOf(answer))['code']]).toEqual([403, 'outside-admin-networks']);
    expect(reached()).toEqual([]);
  });

  test('is a page where a person opens one', async () => {
    const page = await request(gateway.origin)
      .get('/admin')
      .set({ 'sec-fetch-mode': 'navigate', 'x-forwarded-for': address });
    expect([page.status, page.type]).toEqual([403, 'text/html']);
    expect(page.text).toContain('This is open from certain networks alone');
  });

  test('the rest of the shop is open', async () => {
    const browser = createBrowser(gateway.origin, address);
    for (const path of ['/', '/administration', '/api/v1/catalog/items', '/auth/session']) {
      expect([path, (await browser.send('GET', path)).status]).toEqual([path, 200]);
    }
  });
});

test.each(inside)('to whoever comes from a network of the staff (%s) all of it is open', async (address) => {
  const browser = createBrowser(gateway.origin, address);
  for (const path of ['/admin', '/api/v1/staff/orders']) {
    expect([path, (await browser.send('GET', path)).status]).toEqual([path, 200]);
  }
});

test('what a visitor says of themselves in front of the proxy counts for nothing', async () => {
  const answer = await createBrowser(gateway.origin, '192.0.2.200, 203.0.113.7').send('GET', '/admin');
  expect(answer.status).toBe(403);
});

test('a page that the storefront makes reads from where its visitor is', async () => {
  await createBrowser(gateway.origin, '192.0.2.200').send('GET', '/admin');
  const proof = String(gateway.storefront.calls[0]?.headers['x-quayside-visitor']);
  const read = (headers: Record<string, string>) =>
    fetch(`${gateway.origin}/api/v1/staff/orders`, {
      headers: { 'x-forwarded-for': '10.0.0.9', ...headers },
    });
  expect((await read({ 'x-quayside-visitor': proof })).status).toBe(200);
  expect((await read({})).status).toBe(403);
});

test('a read that shows more to staff is there what it is to everybody', async () => {
  const tokenFrom = async (address: string) => {
    const browser = createBrowser(gateway.origin, address);
    await browser.visit('/auth/login');
    await browser.send('GET', '/api/v1/catalog/items');
    return gateway.catalog.calls.at(-1)?.headers.authorization;
  };
  expect(await tokenFrom('192.0.2.200')).toMatch(/^Bearer /);
  expect(await tokenFrom('203.0.113.7')).toBeUndefined();
});

test('a refusal is noted, with the address it was of', async () => {
  gateway.lines.length = 0;
  await createBrowser(gateway.origin, '203.0.113.7').send('GET', '/admin/orders');
  expect(gateway.lines.flatMap(({ security }) => security ?? [])).toMatchObject([
    { event: 'authz_fail', reason: 'outside-admin-networks', address: '203.0.113.7', path: '/admin/orders' },
  ]);
});

test.each(staffCalls)('where no networks are named %s %s is open from everywhere', async (method, path) => {
  const answer = await createBrowser(open.origin, '203.0.113.7').send(method, path);
  expect((await bodyOf(answer))['code']).not.toBe('outside-admin-networks');
});

test('a wrong network keeps the gateway from starting, by one clear line', () => {
  const start = () => loadConfig(gatewayConfig, { ADMIN_NETWORKS: '192.0.2.0/24,10.0.0.5/8' });
  expect(start).toThrow(
    /^ {2}- ADMIN_NETWORKS is not valid: number 2 of 2 says more than its 8 bits: the network begins elsewhere \(networks by comma.*\)$/m,
  );
});
