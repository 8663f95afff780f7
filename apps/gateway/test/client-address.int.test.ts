import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;
let exposed: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway({ environment: { TRUSTED_PROXY_HOPS: '1' } });
  exposed = await startTestGateway();
});
afterAll(async () => {
  await gateway.close();
  await exposed.close();
});
beforeEach(() => {
  for (const { catalog, storefront } of [gateway, exposed]) {
    catalog.calls.length = 0;
    storefront.calls.length = 0;
  }
});

const read = (to: TestGateway, headers: Record<string, string>, path = '/api/v1/catalog/items') =>
  fetch(to.origin + path, { headers });
const toldBy = async (to: TestGateway, headers: Record<string, string>) => {
  await read(to, headers);
  return to.catalog.calls.at(-1)?.headers['x-forwarded-for'];
};

test('behind a proxy a service is told the address that the proxy saw, and that alone', async () => {
  expect(await toldBy(gateway, { 'x-forwarded-for': '6.6.6.6, 203.0.113.7' })).toBe('203.0.113.7');
});

test('without one nobody says where they are from', async () => {
  expect(await toldBy(exposed, { 'x-forwarded-for': '6.6.6.6' })).toMatch(/^(127\.0\.0\.1|::1)$/);
});

test('the storefront reads in the name of the visitor it makes a page for', async () => {
  await read(gateway, { 'x-forwarded-for': '203.0.113.7' }, '/catalog');
  const visitor = String(gateway.storefront.calls[0]?.headers['x-quayside-visitor']);
  expect(await toldBy(gateway, { 'x-quayside-visitor': visitor })).toBe('203.0.113.7');
  expect(gateway.catalog.calls[0]?.headers).not.toHaveProperty('x-quayside-visitor');
});

test.each([
  ['made up', () => '203.0.113.9 c2lnbmVk'],
  ['of the right length in other signs', (real: string) => real.replace(/.$/, 'é')],
  ['of another address', (real: string) => real.replace('203.0.113.7', '203.0.113.9')],
])('a visitor that is %s is nobody', async (_what, forge) => {
  await read(gateway, { 'x-forwarded-for': '203.0.113.7' }, '/catalog');
  const real = String(gateway.storefront.calls[0]?.headers['x-quayside-visitor']);
  const told = await toldBy(gateway, { 'x-quayside-visitor': forge(real), 'x-forwarded-for': '203.0.113.8' });
  expect(told).toBe('203.0.113.8');
});
