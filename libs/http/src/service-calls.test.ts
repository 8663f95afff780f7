import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { defineRoute } from '@quayside/contracts';
import { listen, type Listening } from './listen.ts';
import { createServiceCalls, ServiceCallFailed } from './service-calls.ts';

const address = { host: '127.0.0.1', port: 0 };
const route = defineRoute({
  method: 'get',
  path: '/internal/v1/boats',
  summary: 'Boats',
  audience: 'service',
  answers: { 200: { description: 'they' } },
});
let [elsewhere, service]: Listening[] = [] as never;
let led = 0;

beforeAll(async () => {
  elsewhere = await listen((_req, res) => {
    led += 1;
    res.end('{}');
  }, address);
  const location = `http://127.0.0.1:${elsewhere.port}/`;
  service = await listen((_req, res) => res.writeHead(307, { location }).end(), address);
});
afterAll(async () => {
  await service?.close();
  await elsewhere?.close();
});

test('a call goes nowhere else, and takes its secret nowhere, whatever the answer says', async () => {
  const call = createServiceCalls({ url: `http://127.0.0.1:${service?.port}`, secret: 'known to services' });
  await expect(call(route, {})).rejects.toThrow(ServiceCallFailed);
  expect(led).toBe(0);
});
