import { afterEach, expect, test } from '@jest/globals';
import { waitUntil } from '@quayside/testkit';
import { createBrowser } from './browser.ts';
import { bodyOf, json } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;
afterEach(() => gateway.close());

const start = async (options?: { identityIsAway: boolean }) => {
  gateway = await startTestGateway(options);
  gateway.basket.answer = (_call, _req, res) => json(res, 200, {});
};
const putAsGuest = () =>
  createBrowser(gateway.origin).send('PUT', '/api/v1/basket/items/1', { body: { quantity: 1 } });
const isHandedOver = () => gateway.provider.guestKeys.length > 0;

test('the key of guests is handed to Identity before anybody comes, and never its private half', async () => {
  await start();
  await waitUntil(isHandedOver, { describe: 'the key to be handed over' });
  expect(Object.keys(gateway.provider.guestKeys[0] ?? {}).sort()).toEqual([
    'alg',
    'crv',
    'kid',
    'kty',
    'use',
    'x',
    'y',
  ]);
});

test('a fresh key signs nothing before Identity has taken it', async () => {
  await start({ identityIsAway: true });
  const refused = await putAsGuest();
  expect([refused.status, (await bodyOf(refused))['code']]).toEqual([503, 'identity-unavailable']);
  expect(gateway.basket.calls).toEqual([]);
  gateway.provider.away = false;
  await waitUntil(async () => (await putAsGuest()).status === 200, { describe: 'guests to be served' });
  expect(isHandedOver()).toBe(true);
});

test('once it is handed over, guests need Identity no more', async () => {
  await start();
  await waitUntil(isHandedOver, { describe: 'the key to be handed over' });
  gateway.provider.away = true;
  expect((await putAsGuest()).status).toBe(200);
});
