import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { waitUntil } from '@quayside/testkit';
import { bodyOf, json } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ environment: { LIMIT_FACTOR: '0' }, timeoutMs: 200 });
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.basket.calls.length = 0;
});

let asks = 0;
/** Each time by another address, for which there is no last answer. */
const regions = () => fetch(`${gateway.origin}/api/v1/sales-regions?ask=${(asks += 1)}`);
const circuitOf = async (upstream: string) => {
  const text = await (await fetch(`${gateway.management}/metrics`)).text();
  return Number(new RegExp(`gateway_circuit_state{upstream="${upstream}".*} (\\d)`).exec(text)?.[1]);
};
const untilOpen = () =>
  waitUntil(
    async () => {
      await regions();
      return (await circuitOf('basket')) === 2;
    },
    { describe: 'the circuit of Basket to open' },
  );

test('a service that breaks off is no longer asked, those beside it are, and it is again once it answers', async () => {
  gateway.basket.answer = (_call, _req, res) => res.destroy();
  await untilOpen();
  const asked = gateway.basket.calls.length;
  const answers = await Promise.all([regions(), regions(), regions()]);
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
  expect(answers[0]?.headers.get('retry-after')).toBe('2');
  expect(await bodyOf(answers[0] as Response)).toMatchObject({
    code: 'service-unavailable',
    service: 'basket',
  });
  expect(gateway.basket.calls.length - asked).toBeLessThanOrEqual(2);
  expect((await fetch(`${gateway.origin}/api/v1/catalog/brands`)).status).toBe(200);
  expect(await circuitOf('catalog')).toBe(0);

  gateway.basket.answer = (_call, _req, res) => json(res, 200, {});
  await waitUntil(async () => (await regions()).status === 200, { describe: 'Basket to be asked again' });
  expect(await circuitOf('basket')).toBe(0);
  expect(gateway.lines.filter(({ upstream }) => upstream === 'basket').map(({ circuit }) => circuit)).toEqual(
    expect.arrayContaining(['open', 'half-open', 'closed']),
  );
});

test('a service that does not answer is not waited for by everybody', async () => {
  gateway.basket.answer = () => undefined;
  await untilOpen();
  gateway.basket.answer = (_call, _req, res) => json(res, 200, {});
  await waitUntil(async () => (await regions()).status === 200, { describe: 'Basket to be asked again' });
});

test('what a service refuses or has not got says nothing against it', async () => {
  gateway.basket.answer = (_call, _req, res) => json(res, 503, { code: 'basket-unavailable' });
  for (let n = 0; n < 20; n += 1) expect((await regions()).status).toBe(503);
  expect(gateway.basket.calls).toHaveLength(20);
  expect(await circuitOf('basket')).toBe(0);
});
