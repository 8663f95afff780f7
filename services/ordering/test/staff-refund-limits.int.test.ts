import { expect, test } from '@jest/globals';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { staffDesk } from './staff-desk.ts';

const { bench, api, staff, read, paid, settled } = staffDesk({
  SUPPORT_REFUND_LIMIT: 'USD 10, EUR 9',
  STEP_UP_REFUND_LIMIT: 'USD 8, EUR 8',
});

test('a refund of more than is given back on an old sign-in asks for a recent one, and has then not begun', async () => {
  const orderId = await paid();
  const long = { signedInFor: 16 * 60 };
  const refund = (token: string, amount: number, version: number) =>
    request(api().api.app)
      .post(`/api/v1/staff/orders/${orderId}/refunds`)
      .set('authorization', `Bearer ${token}`)
      .set('idempotency-key', uuidv7())
      .set('if-match', `"v${version}"`)
      .send({ amount: { amount, currency: 'USD' }, reason: 'Scratched' });
  for (const token of [await bench().minter.admin(long), await bench().minter.support(long)]) {
    const { version } = await read(orderId);
    const refused = await refund(token, 801, version);
    expect([refused.status, refused.body]).toMatchObject([401, { code: 'step-up-required', maxAge: 900 }]);
    expect(refused.headers['www-authenticate']).toContain('insufficient_user_authentication');
    expect((await read(orderId)).version).toBe(version);
  }
  const old = await bench().minter.admin(long);
  await refund(old, 800, (await read(orderId)).version).expect(200);
  await refund(old, 1, await settled(orderId)).expect(401);
  await refund(await bench().minter.admin(), 1, await settled(orderId)).expect(200);
});

test('support gives back up to its limit of an order, in one refund or in several, and is told so beyond', async () => {
  const support = await bench().minter.support();
  const orderId = await paid();
  const as = (token: string) => ({
    read: async () =>
      (
        await request(api().api.app)
          .get(`/api/v1/staff/orders/${orderId}`)
          .set('authorization', `Bearer ${token}`)
          .expect(200)
      ).body,
    refund: (amount: number, version: number) =>
      request(api().api.app)
        .post(`/api/v1/staff/orders/${orderId}/refunds`)
        .set('authorization', `Bearer ${token}`)
        .set('idempotency-key', uuidv7())
        .set('if-match', `"v${version}"`)
        .send({ amount: { amount, currency: 'USD' }, reason: 'Scratched' }),
  });
  const limit = { amount: 1000, currency: 'USD' };
  const first = await as(support).read();
  expect(first.refundLimit).toEqual({ total: limit, left: limit });
  expect(first.actions).toContain('refund');
  const beyond = await as(support).refund(1001, first.version);
  expect([beyond.status, beyond.body]).toMatchObject([
    403,
    { code: 'refund-exceeds-limit', limit, detail: expect.stringContaining('USD 10.00') },
  ]);
  const part = await as(support).refund(600, first.version).expect(200);
  expect(part.body.refundLimit.left).toEqual({ amount: 400, currency: 'USD' });
  await as(support)
    .refund(401, await settled(orderId))
    .expect(403);
  const rest = await as(support)
    .refund(400, await settled(orderId))
    .expect(200);
  expect(rest.body.actions).not.toContain('refund');
  const byAdmin = await as(staff())
    .refund(100, await settled(orderId))
    .expect(200);
  expect(byAdmin.body.refundLimit).toBeUndefined();
});
