import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testLink, waitUntil, type TestLink } from '@quayside/testkit';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { createSubmitOrder } from '../src/usecases/submit-order.ts';
import { checkoutOf, keptDetails } from './checkout.ts';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';

let bench: OrderingBench;
let link: TestLink;
let api: Awaited<ReturnType<OrderingBench['startApi']>>;
const buyerId = uuidv7();
let orderId: string;
let authorization: string;

/** The set's members name themselves, and not the link. */
const direct = (linked: string): string => {
  const url = new URL(linked);
  url.search = 'directConnection=true';
  return url.href;
};

beforeAll(async () => {
  bench = await createOrderingBench();
  link = await testLink(bench.env.MONGODB_URL);
  api = await bench.startApi({ MONGODB_URL: direct(link.url) });
  await api.ready();
  const { orderId: id, version: _, at, ...checkout } = checkoutOf({ at: new Date().toISOString() });
  orderId = id;
  await createSubmitOrder({ ...api, keptDetails, gracePeriodMs: 3_600_000 })(
    { ...checkout, id, submittedAt: at, buyerId },
    { eventId: uuidv7() },
  );
  authorization = `Bearer ${await bench.minter.shopper({ id: buyerId })}`;
});
afterAll(async () => {
  await bench.close();
  await link.close();
});

const call = (method: 'get' | 'post', path: string) =>
  request(api.api.app)[method](`/api/v1/orders${path}`).set('authorization', authorization);

test('without MongoDB every route answers 503, says nothing of the cause, and recovers by itself', async () => {
  await call('get', '').expect(200);
  link.cut();
  const answers = await Promise.all([
    call('get', ''),
    call('get', `/${orderId}`),
    call('post', `/${orderId}/cancel`),
  ]);
  for (const { status, headers, type, body } of answers) {
    expect({ status, type, code: body.code, retryAfter: headers['retry-after'] }).toEqual({
      status: 503,
      type: 'application/problem+json',
      code: 'orders-unavailable',
      retryAfter: '1',
    });
    expect(JSON.stringify(body)).not.toMatch(/mongo|127\.0\.0\.1|closed/i);
  }
  expect(JSON.stringify(bench.logs.lines.filter(({ level }) => level === 'warn'))).toContain('Mongo');
  await request(api.api.app).get('/healthz').expect(200);
  await request(api.api.app).get('/readyz').expect(503);

  link.mend();
  await waitUntil(async () => (await call('get', `/${orderId}`)).status === 200, {
    describe: 'the orders to be back',
  });
  expect((await bench.orders.findOne({ _id: orderId }))?.state.status).toBe('submitted');
  const { body } = await call('post', `/${orderId}/cancel`).expect(200);
  expect(body).toMatchObject({ id: orderId, status: 'cancelled' });
});
