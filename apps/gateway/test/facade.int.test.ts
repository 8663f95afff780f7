import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startOldSystem, testRedis, waitUntil } from '@quayside/testkit';
import { oldShareKey } from '../src/facade/old-share.ts';
import { createBrowser } from './browser.ts';
import { startGatewayProcess, type GatewayProcess } from './gateway-process.ts';
import { bodyOf, createStandIn, json, type StandIn } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

const path = '/api/v1/campaigns';

let old: Awaited<ReturnType<typeof startOldSystem>>;
let gateway: TestGateway;

beforeAll(async () => {
  old = await startOldSystem();
  gateway = await startTestGateway({
    environment: { OLD_SYSTEM_URL: old.url, OLD_SYSTEM_PREFIX: path, LIMIT_FACTOR: '0' },
  });
  gateway.marketing.answer = (_call, _req, res) => json(res, 200, { items: [] });
});
afterAll(async () => {
  await gateway.close();
  await old.close();
});
beforeEach(() => {
  old.calls.length = 0;
  gateway.marketing.calls.length = 0;
});

const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${gateway.origin}${path}`, { method, headers, signal: AbortSignal.timeout(15_000) });
const sideOf = (answer: Response) => answer.headers.get('x-answered-by');
const metrics = async () => (await fetch(`${gateway.management}/metrics`)).text();

/** Gives the old system its share, and waits until the gateway knows. */
const share = async (count: number | string | undefined) => {
  await (count === undefined
    ? gateway.redis.del(oldShareKey)
    : gateway.redis.set(oldShareKey, String(count)));
  const known = typeof count === 'number' ? count : -1;
  await waitUntil(
    async () => (await metrics()).includes(`gateway_facade_old_share{service="gateway"} ${known}`),
    {
      timeoutMs: 5000,
      describe: 'the gateway to know the share',
    },
  );
};

test('while it is off the old system is asked nothing, whatever a request wishes', async () => {
  await share(undefined);
  expect(sideOf(await ask({ 'x-quayside-side': 'old' }))).toBe('new');
  expect(old.calls).toEqual([]);
});

test('a request chooses its side by a header, also before the old system has a share', async () => {
  await share(0);
  expect(sideOf(await ask())).toBe('new');
  const answer = await ask({ 'x-quayside-side': 'old' });
  expect(sideOf(answer)).toBe('old');
  expect(await bodyOf(answer)).toMatchObject({ items: [{ name: 'From the old system' }] });
  await share(100);
  expect(sideOf(await ask({ 'x-quayside-side': 'new' }))).toBe('new');
});

test('a visitor stays on a side, and all are back on the new one once the old is off', async () => {
  await share(50);
  const sidesOf = async (session: string) => {
    const cookie = `__Host-quayside-session=${session}`;
    return Promise.all([1, 2, 3].map(async () => sideOf(await ask({ cookie }))));
  };
  const sides = await Promise.all(Array.from({ length: 30 }, (_, n) => sidesOf(`s-${n}`)));
  for (const each of sides) expect(new Set(each).size).toBe(1);
  await gateway.redis.set(oldShareKey, '0');
  const isBack = async () => {
    const now = await Promise.all(Array.from({ length: 30 }, (_, n) => sidesOf(`s-${n}`)));
    return now.flat().every((side) => side === 'new');
  };
  await waitUntil(isBack, { timeoutMs: 5000, describe: 'all to be back' });
});

test('the old system is told nothing of who calls, and sets no cookie', async () => {
  await share(100);
  const browser = createBrowser(gateway.origin);
  browser.jar.set('__Host-quayside-session', 'somebody');
  const answer = await browser.send('GET', path, {
    headers: { authorization: 'Bearer stolen', 'x-quayside-session': 'somebody' },
  });
  expect(sideOf(answer)).toBe('old');
  expect(answer.headers.get('set-cookie')).toBeNull();
  for (const name of ['cookie', 'authorization', 'x-quayside-session', 'x-quayside-visitor']) {
    expect(old.calls[0]?.headers[name]).toBeUndefined();
  }
});

test('only what is below the prefix goes there', async () => {
  await share(100);
  const answer = await fetch(`${gateway.origin}/api/v1/catalog/brands`, {
    headers: { 'x-quayside-side': 'old' },
  });
  expect(sideOf(answer)).toBeNull();
  expect(old.calls).toEqual([]);
});

test('a share that is no number is off, and an error in the log', async () => {
  await share(100);
  await share('half');
  expect(sideOf(await ask({ 'x-quayside-side': 'old' }))).toBe('new');
  expect(gateway.lines.some(({ msg }) => String(msg).includes('not a number from 0 to 100'))).toBe(true);
});

test('metrics count who answered', async () => {
  await share(100);
  await ask();
  expect(await metrics()).toMatch(/gateway_facade_answers_total\{[^}]*side="old"[^}]*\} [1-9]/);
});

test('what the old system leaves without an answer is answered by the new side', async () => {
  await share(100);
  old.fallSilent();
  const late = await ask();
  expect({ status: late.status, side: sideOf(late) }).toEqual({ status: 200, side: 'new' });
  await old.close();
  const gone = await ask();
  expect({ status: gone.status, side: sideOf(gone) }).toEqual({ status: 200, side: 'new' });
  expect(await metrics()).toMatch(/gateway_facade_answers_total\{[^}]*side="fallback"[^}]*\} 2/);
});

describe('an old system that is not there', () => {
  let marketing: StandIn;
  let alone: GatewayProcess;
  const closing: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const redis = await testRedis();
    await redis.redis.set(oldShareKey, '100');
    marketing = await createStandIn();
    // What is not kept cannot stand in for a later answer.
    marketing.answer = (_call, _req, res) => json(res.setHeader('cache-control', 'no-store'), 200, {});
    alone = await startGatewayProcess({
      ...{ REDIS_URL: redis.url, MARKETING_URL: marketing.url },
      ...{ OLD_SYSTEM_URL: 'http://127.0.0.1:9', OLD_SYSTEM_PREFIX: path },
    });
    closing.push(alone.close, marketing.close, redis.close);
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });
  const statusesOf = async (count: number) => {
    const statuses = new Set<number>();
    for (let n = 0; n < count; n += 1) statuses.add((await fetch(alone.origin + path)).status);
    return [...statuses];
  };

  test('leaves nothing behind on the answers that are given in its place, nor does a new side that is away too', async () => {
    const asksIt = async () =>
      (await (await fetch(`${alone.management}/metrics`)).text()).includes(
        'facade_old_share{service="gateway"} 100',
      );
    await waitUntil(asksIt, { timeoutMs: 5000, describe: 'the gateway to know the share' });
    expect(await statusesOf(50)).toEqual([200]);
    await marketing.close();
    expect(await statusesOf(50)).toEqual([503]);
    expect(alone.complaints()).not.toContain('MaxListenersExceededWarning');
  });
});

test('one of its two settings alone keeps the gateway from starting', async () => {
  const start = startTestGateway({ environment: { OLD_SYSTEM_URL: 'http://127.0.0.1:9' } });
  await expect(start).rejects.toThrow(/OLD_SYSTEM_PREFIX is missing/);
});

describe('a write', () => {
  const links = '/api/v1/guest-orders/links';
  let silent: Awaited<ReturnType<typeof startOldSystem>>;
  let writing: TestGateway;

  beforeAll(async () => {
    silent = await startOldSystem();
    writing = await startTestGateway({
      environment: {
        ...{ OLD_SYSTEM_URL: silent.url, OLD_SYSTEM_PREFIX: '/api/v1/guest-orders' },
        TRUSTED_PROXY_HOPS: '1',
      },
    });
    await writing.redis.set(oldShareKey, '100');
  });
  afterAll(async () => {
    await writing?.close();
    await silent?.close();
  });
  const write = (from: string) =>
    fetch(`${writing.origin}${links}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf': '1', 'x-forwarded-for': from },
      body: '{}',
      signal: AbortSignal.timeout(15_000),
    });

  test('is counted by what it costs, whichever side answers', async () => {
    await waitUntil(async () => sideOf(await write('192.0.2.1')) === 'old', {
      describe: 'the old system to answer',
    });
    const refused = await waitUntil(
      async () => {
        const answer = await write('192.0.2.1');
        return answer.status === 429 && answer;
      },
      { describe: 'the limit' },
    );
    expect(await bodyOf(refused)).toMatchObject({ code: 'too-many-requests' });
  });

  test('that the old system leaves without an answer may have come through, and goes nowhere else', async () => {
    silent.fallSilent();
    writing.ordering.calls.length = 0;
    const answer = await write('198.51.100.1');
    expect({ status: answer.status, side: sideOf(answer) }).toEqual({ status: 503, side: 'old' });
    expect(writing.ordering.calls).toEqual([]);
  });
});
