import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createBrowser, type Browser } from './browser.ts';
import { user } from './open-id-provider.ts';
import { bodyOf } from './stand-ins.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;
let here: Browser;
let elsewhere: Browser;

beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());
beforeEach(async () => {
  [here, elsewhere] = [createBrowser(gateway.origin), createBrowser(gateway.origin)];
  await here.visit('/auth/login');
  await elsewhere.visit('/auth/login');
});

const signedIn = async () => {
  const sessions = [here, elsewhere].map(async (browser) =>
    bodyOf(await browser.send('GET', '/auth/session')),
  );
  return (await Promise.all(sessions)).map(({ authenticated }) => authenticated);
};
const customers = '/api/v1/admin/identity/customers';

test('what Identity did to an account ends its sessions, wherever they are', async () => {
  gateway.provider.staffAnswer = 204;
  const answer = await here.send('POST', `${customers}/${user.id}/sign-out?from=here`);
  expect(answer.status).toBe(204);
  expect(await signedIn()).toEqual([false, false]);
  expect(await gateway.redis.keys('gateway:sessions-of:*')).toEqual([]);
});

test.each([
  ['that Identity refused', 403, user.id],
  ['to another account', 204, '01971f00-0000-7000-8000-00000000abcd'],
])('what was to be done %s ends none of them', async (_what, status, id) => {
  gateway.provider.staffAnswer = status;
  expect((await here.send('POST', `${customers}/${id}/sign-out`)).status).toBe(status);
  expect(await signedIn()).toEqual([true, true]);
});

test('looking at a customer ends nothing', async () => {
  gateway.provider.staffAnswer = 204;
  await here.send('GET', `${customers}/${user.id}`);
  expect(await signedIn()).toEqual([true, true]);
});
