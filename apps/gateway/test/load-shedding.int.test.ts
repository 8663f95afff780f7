import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bodyOf } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;
let delayMs = 0;
beforeAll(async () => {
  gateway = await startTestGateway({ loopDelay: () => delayMs });
});
afterAll(() => gateway.close());

const paths = ['/api/v1/catalog/products?q=lamp', '/catalog', '/api/v1/basket'];

test.each([
  [0, [200, 200, 200]],
  [200, [503, 200, 200]],
  [500, [503, 503, 200]],
  [3000, [503, 503, 503]],
])('held up by %i ms, searches, pages and baskets are %j', async (ms, expected) => {
  delayMs = ms;
  const answers = await Promise.all(paths.map((path) => fetch(gateway.origin + path)));
  delayMs = 0;
  expect(answers.map(({ status }) => status)).toEqual(expected);
});

test('who is refused is told when to come again', async () => {
  delayMs = 200;
  const answer = await fetch(gateway.origin + paths[0]);
  delayMs = 0;
  expect([answer.headers.get('retry-after'), (await bodyOf(answer))['code']]).toEqual(['5', 'overloaded']);
  const metrics = await (await fetch(`${gateway.management}/metrics`)).text();
  expect(metrics).toMatch(/gateway_shed_requests_total{importance="spare".*} [1-9]/);
});
