import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identityEvents } from '@quayside/contracts';
import supertest from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { createPushBench, pushPath, type PushBench } from './push-bench.ts';
import { startMarketing } from './start-marketing.ts';

let bench: PushBench;
beforeAll(async () => {
  bench = await createPushBench();
});
afterAll(() => bench.stop());

describe('subscriptions', () => {
  test('are listed without their addresses, end where the browser says so, and are ten at most', async () => {
    const one = await bench.buyer();
    const browser = await one.subscribe();
    await one.call('put').send(browser.body).expect(204);
    const { items } = (await one.call('get').expect(200)).body as { items: object[] };
    expect(items).toEqual([
      { service: new URL(bench.pushService.origin).host, language: 'en', subscribedAt: expect.any(String) },
    ]);
    await bench.api().post(`${pushPath}/end`).send({ endpoint: browser.body.endpoint }).expect(204);
    expect((await one.call('get')).body).toEqual({ items: [] });
    const browsers = [];
    for (let count = 0; count < 12; count += 1) browsers.push(await one.subscribe());
    expect(((await one.call('get')).body as { items: unknown[] }).items).toHaveLength(10);
    await one.tell.shipped();
    await one.settled(11);
    expect(browsers.map(({ received }) => received().length)).toEqual([0, 0, ...Array<number>(10).fill(1)]);
  });

  test('of a browser that somebody else signs in with are theirs', async () => {
    const [one, next] = [await bench.buyer(), await bench.buyer()];
    const browser = await one.subscribe();
    await next.call('put').send(browser.body).expect(204);
    expect((await one.call('get')).body).toEqual({ items: [] });
  });

  test.each([
    ['http://push.example.com/x'],
    ['https://10.0.0.1/x'],
    ['https://localhost/x'],
    ['https://me:word@push.example.com/x'],
  ])('do not lead to %s', async (endpoint) => {
    const one = await bench.buyer();
    const { body } = bench.pushService.browser('en');
    const answer = await one
      .call('put')
      .send({ ...body, endpoint })
      .expect(422);
    expect((answer.body as { code: string }).code).toBe('push-address-refused');
  });

  test('that are malformed are refused, each fault named', async () => {
    const one = await bench.buyer();
    const { body } = bench.pushService.browser('en');
    const faulty = { ...body, endpoint: 'push', keys: { p256dh: 'short', auth: body.keys.auth } };
    const answer = await one.call('put').send(faulty).expect(400);
    expect((answer.body as { errors: { path: string }[] }).errors.map(({ path: at }) => at)).toEqual([
      'body.endpoint',
      'body.keys.p256dh',
    ]);
  });

  test('are forgotten with the account, and none is made for one that is gone', async () => {
    const one = await bench.buyer();
    const browser = await one.subscribe();
    await one.tell.shipped();
    await one.settled(2);
    const data = { userId: one.buyerId, version: 2 };
    await bench.handled(
      (await bench.started.events.publish(identityEvents.userDeleted, { subject: one.buyerId, data })).id,
    );
    await one.call('put').send(browser.body).expect(204);
    const kept = 'SELECT 1 FROM push_subscriptions WHERE owner_id = $1';
    expect(await bench.query(kept, [one.buyerId])).toEqual([]);
    expect(await one.pushes()).toEqual([]);
  });

  test('of guests are forgotten after some months', async () => {
    const one = await bench.buyer({ isGuest: true });
    await one.subscribe();
    const kept = () => bench.query('SELECT 1 FROM push_subscriptions WHERE owner_id = $1', [one.buyerId]);
    await bench.started.marketing.pushes.forgetOld();
    expect(await kept()).toHaveLength(1);
    await bench.query(
      `UPDATE push_subscriptions SET subscribed_at = now() - interval '91 days' WHERE owner_id = $1`,
      [one.buyerId],
    );
    await bench.started.marketing.pushes.forgetOld();
    expect(await kept()).toEqual([]);
  });
});

test('a shop without a key offers nothing', async () => {
  const without = await startMarketing({ smtpUrl: bench.mailServer.url, env: { VAPID_PRIVATE_KEY: '' } });
  const { id, name, email } = { id: uuidv7(), name: 'Signe', email: 's@example.com' };
  const token = await without.minter.shopper({ id, name, email });
  expect((await supertest(without.marketing.api.app).get('/api/v1/push-offer').expect(200)).body).toEqual({});
  const answer = await supertest(without.marketing.api.app)
    .put(pushPath)
    .set('authorization', `Bearer ${token}`)
    .send(bench.pushService.browser('en').body)
    .expect(404);
  expect((answer.body as { code: string }).code).toBe('push-not-offered');
  await without.stop();
});
