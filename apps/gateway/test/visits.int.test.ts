import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { VisitDay, VisitStep } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import { createBrowser } from './browser.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0';
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway({
    environment: { TRUSTED_PROXY_HOPS: '1', SHOP_TIME_ZONE: 'Asia/Tokyo' },
  });
});
afterAll(() => gateway.close());
beforeEach(async () => {
  const keys = await gateway.redis.keys('gateway:visits:*:*');
  const sketches = keys.filter((key) => !key.includes(':salt:'));
  if (sketches.length > 0) await gateway.redis.del(...sketches);
  gateway.marketing.calls.length = 0;
  gateway.marketing.answer = (_call, _req, res) => void res.writeHead(204).end();
});

const told = (): VisitDay[] =>
  gateway.marketing.calls
    .filter(({ url }) => url === '/internal/v1/visit-days')
    .map(({ body }) => JSON.parse(body) as VisitDay);
const shows = (visits: number, baskets = 0, checkouts = 0) =>
  waitUntil(
    () => {
      const last = told().at(-1);
      return [last?.visits, last?.baskets, last?.checkouts].join() === [visits, baskets, checkouts].join();
    },
    { describe: `${visits}, ${baskets}, ${checkouts} to be told` },
  );

/** A visitor by the address and the program. */
const visitor = (address: string, headers: Record<string, string> = {}) => {
  const browser = createBrowser(gateway.origin, address);
  const come = async (step: VisitStep) => {
    const answer = await browser.send('POST', '/api/v1/visits', {
      body: { step },
      headers: { 'user-agent': firefox, ...headers },
    });
    expect(answer.status).toBe(204);
  };
  return { ...browser, come };
};

test('a visitor is counted once a day, however often a page is loaded', async () => {
  const one = visitor('203.0.113.1');
  await one.come('product');
  await shows(1);
  await one.come('product');
  await visitor('203.0.113.2').come('product');
  await shows(2);
});

test('who comes farther was at what is before it, too', async () => {
  await visitor('203.0.113.3').come('checkout');
  await visitor('203.0.113.4').come('basket');
  await shows(2, 2, 1);
});

test('the day is that of the shop, and the gateway says that it is the gateway', async () => {
  await visitor('203.0.113.5').come('product');
  await shows(1);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());
  expect(told().at(-1)?.day).toBe(today);
  expect(gateway.marketing.calls.at(-1)?.headers.authorization).toMatch(/^Basic /);
});

test('what of an address is behind one network of IPv6 is one visitor', async () => {
  await visitor('2001:db8:1:1::1').come('product');
  await visitor('2001:db8:1:1::2').come('product');
  await visitor('2001:db8:1:2::1').come('product');
  await shows(2);
});

test('programs, pages fetched ahead, and who asks for privacy are left out', async () => {
  await visitor('203.0.113.6', { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' }).come(
    'product',
  );
  await visitor('203.0.113.7', { 'sec-purpose': 'prefetch' }).come('product');
  await visitor('203.0.113.8', { 'sec-gpc': '1' }).come('product');
  await visitor('203.0.113.9').come('product');
  await shows(1);
});

test('staff are left out, shoppers who are signed in are not', async () => {
  gateway.provider.roles = ['merchandiser'];
  const staff = visitor('203.0.113.10');
  await staff.visit('/auth/login');
  gateway.provider.roles = ['shopper'];
  const shopper = visitor('203.0.113.11');
  await shopper.visit('/auth/login');
  await staff.come('checkout');
  await shopper.come('product');
  await shows(1);
});

test('what Marketing did not hear is told again', async () => {
  gateway.marketing.answer = (_call, _req, res) => void res.writeHead(503).end();
  await visitor('203.0.113.12').come('basket');
  await waitUntil(() => told().length > 0, { describe: 'it to be told in vain' });
  gateway.marketing.answer = (_call, _req, res) => void res.writeHead(204).end();
  await shows(1, 1);
});

test('nothing that is kept names a visitor, and the salt does not outlive the day', async () => {
  await visitor('203.0.113.13').come('product');
  await shows(1);
  const keys = await gateway.redis.keys('gateway:visits:*');
  for (const key of keys) {
    const ttl = await gateway.redis.ttl(key);
    expect(ttl).toBeGreaterThan(0);
    expect(ttl).toBeLessThanOrEqual(key.includes(':salt:') ? 25 * 3600 : 48 * 3600);
    expect((await gateway.redis.getBuffer(key))?.toString('latin1')).not.toContain('203.0.113');
  }
  expect(JSON.stringify(gateway.lines)).not.toContain('203.0.113.13');
});

test.each([{}, { step: 'paid' }, { step: 'product', who: 'me' }])('%j is no step', async (body) => {
  const answer = await createBrowser(gateway.origin).send('POST', '/api/v1/visits', { body });
  expect(answer.status).toBe(400);
});

test('a call from a foreign page counts nobody', async () => {
  const { send } = visitor('203.0.113.14');
  const headers = { 'user-agent': firefox, 'sec-fetch-site': 'cross-site' };
  expect((await send('POST', '/api/v1/visits', { body: { step: 'product' }, headers })).status).toBe(403);
});
