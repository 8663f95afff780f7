import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FunnelReport, VisitDay } from '@quayside/contracts';
import { basicCredentials } from '@quayside/http';
import { waitUntil } from '@quayside/testkit';
import supertest from 'supertest';
import { startMarketing, type StartedMarketing } from './start-marketing.ts';

const path = '/api/v1/admin/marketing/funnel';
let started: StartedMarketing;
let admin: string;

beforeAll(async () => {
  started = await startMarketing({
    smtpUrl: 'smtp://127.0.0.1:1',
    env: { SHOP_TIME_ZONE: 'Pacific/Auckland' },
    // In Auckland it is the 12th.
    now: () => new Date('2026-03-11T12:00:00Z'),
  });
  admin = `Bearer ${await started.minter.admin()}`;
});
afterAll(() => started.stop());

const app = () => started.marketing.api.app;
const get = (query: object, at = path) => supertest(app()).get(at).query(query).set('authorization', admin);
const funnel = async (query: object): Promise<FunnelReport> =>
  (await get(query).expect(200)).body as FunnelReport;

const tell = (day: VisitDay, secret = 'dev-gateway-client-secret') => {
  const { authorization } = basicCredentials('quayside-gateway', secret);
  return supertest(app()).post('/internal/v1/visit-days').set('authorization', authorization).send(day);
};
const paid = (day: string, currency: string, count: number) =>
  started.database.pool.query(
    'INSERT INTO sales_days (currency, day, orders, paid) VALUES ($1, $2, $3, $3)',
    [...[currency, day, count]],
  );
const nothing = { visits: 0, baskets: 0, checkouts: 0, paid: 0 };

test('before anybody came there are days of nothing, in the zone of the shop', async () => {
  const empty = await funnel({ days: 2 });
  expect(empty).toEqual({
    ...{ from: '2026-03-11', to: '2026-03-12', timeZone: 'Pacific/Auckland', sums: nothing },
    days: [
      { day: '2026-03-11', ...nothing },
      { day: '2026-03-12', ...nothing },
    ],
    before: { from: '2026-03-09', to: '2026-03-10', sums: nothing },
  });
});

describe('what gateways tell of a day', () => {
  test('is kept, and never becomes less, whoever tells it late or twice', async () => {
    const told = { day: '2026-03-02', visits: 40, baskets: 9, checkouts: 3 };
    await tell(told).expect(204);
    await tell(told).expect(204);
    await tell({ ...told, visits: 38, checkouts: 4 }).expect(204);
    const { days } = await funnel({ from: '2026-03-02', to: '2026-03-02' });
    expect(days).toEqual([{ day: '2026-03-02', visits: 40, baskets: 9, checkouts: 4, paid: 0 }]);
  });

  test.each([
    { day: '2026-02-30', visits: 1, baskets: 0, checkouts: 0 },
    { day: '2026-03-02', visits: -1, baskets: 0, checkouts: 0 },
    { day: '2026-03-02', visits: 1 },
  ])('and cannot be: %j, is refused', async (day) => {
    expect((await tell(day as VisitDay).expect(400)).body).toMatchObject({ code: 'malformed-request' });
  });

  test('is taken from the gateway alone', async () => {
    const day = { day: '2026-03-02', visits: 9999, baskets: 0, checkouts: 0 };
    await tell(day, 'another secret').expect(401);
    await supertest(app()).post('/internal/v1/visit-days').set('authorization', admin).send(day).expect(401);
    expect((await funnel({ from: '2026-03-02', to: '2026-03-02' })).sums.visits).toBe(40);
  });
});

describe('the funnel', () => {
  beforeAll(async () => {
    await tell({ day: '2026-03-04', visits: 100, baskets: 20, checkouts: 10 }).expect(204);
    await tell({ day: '2026-03-05', visits: 50, baskets: 5, checkouts: 2 }).expect(204);
    await paid('2026-03-04', 'USD', 3);
    await paid('2026-03-04', 'EUR', 2);
    await paid('2026-03-02', 'JPY', 1);
  });

  test('ends in what was paid in all currencies, beside as many days before', async () => {
    const found = await funnel({ from: '2026-03-04', to: '2026-03-05' });
    expect(found.days).toEqual([
      { day: '2026-03-04', visits: 100, baskets: 20, checkouts: 10, paid: 5 },
      { day: '2026-03-05', visits: 50, baskets: 5, checkouts: 2, paid: 0 },
    ]);
    expect(found.sums).toEqual({ visits: 150, baskets: 25, checkouts: 12, paid: 5 });
    expect(found.before).toEqual({
      ...{ from: '2026-03-02', to: '2026-03-03' },
      sums: { visits: 40, baskets: 9, checkouts: 4, paid: 1 },
    });
  });

  test('is a file, day by day', async () => {
    const answer = await get({ from: '2026-03-04', to: '2026-03-05' }, `${path}/export`).expect(200);
    expect(answer.headers['content-disposition']).toContain('funnel-2026-03-04-2026-03-05.csv');
    expect(answer.text).toBe(
      'day,visits,baskets,checkouts,paid\r\n2026-03-04,100,20,10,5\r\n2026-03-05,50,5,2,0\r\n',
    );
  });

  test.each([
    { from: '2026-03-02' },
    { days: '0' },
    { from: '2026-03-02', to: '2026-03-01' },
    { currency: 'USD' },
  ])('for %j is refused', async (query) => {
    expect((await get(query).expect(400)).body).toMatchObject({ code: 'malformed-request' });
  });

  test('is for those who run the shop', async () => {
    await supertest(app()).get(path).expect(401);
    const shopper = `Bearer ${await started.minter.shopper()}`;
    await supertest(app()).get(path).set('authorization', shopper).expect(403);
  });

  test('is read by indexes alone', async () => {
    const client = await started.database.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('SET LOCAL enable_seqscan = off');
      const days = "day BETWEEN '2026-03-01' AND '2026-03-05'";
      const { rows } = await client.query(
        `EXPLAIN SELECT day, sum(paid) FROM sales_days WHERE ${days} GROUP BY day`,
      );
      expect(JSON.stringify(rows)).toContain('sales_days_by_day');
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  test('waits for a database that is away, and says so', async () => {
    started.link.cut();
    expect((await get({}).expect(503)).body).toMatchObject({ code: 'sales-unavailable' });
    started.link.mend();
    await waitUntil(async () => (await get({})).status === 200, { describe: 'the figures to be back' });
  });
});
