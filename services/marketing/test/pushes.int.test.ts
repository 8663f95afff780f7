import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { waitUntil } from '@quayside/testkit';
import { senderOf } from './played-push-service.ts';
import { createPushBench, pushPath, type PushBench } from './push-bench.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });
let bench: PushBench;
beforeAll(async () => {
  bench = await createPushBench();
});
afterAll(() => bench.stop());

const declined = { reason: 'The card was declined', payUntil: '2026-03-14T09:56:53.000Z' };

describe('a buyer’s browser', () => {
  test('is told of each thing that happens to an order once, encrypted, signed, and without a person in it', async () => {
    const one = await bench.buyer({ payment: { charged: usd(22_690), refunded: usd(0), declined } });
    const browser = await one.subscribe();
    await one.tell.declined();
    await one.tell.shipped();
    const event = await one.tell.delivered();
    await one.tell.refunded();
    await one.settled(8);
    expect(
      browser
        .read()
        .map(({ title }) => title)
        .sort(),
    ).toEqual([
      'Money went back to you',
      'Your parcel has arrived',
      'Your parcel is on its way',
      'Your payment did not go through',
    ]);
    for (const { body, path: to } of browser.read())
      expect([body, to]).toEqual(['Order QS-7K3M-9Q2F', `/orders/${one.orderId}`]);
    expect(JSON.stringify(browser.read())).not.toMatch(/Signe|@|lamp|Kajen/);
    const { publicKey } = (await bench.api().get('/api/v1/push-offer').expect(200)).body as {
      publicKey: string;
    };
    const [received] = browser.received();
    expect(received && senderOf(received)).toMatchObject({
      ...{ aud: bench.pushService.origin, sub: 'mailto:crew@quayside.test', key: publicKey },
    });

    await bench.started.events.republish(event);
    await bench.query('DELETE FROM inbox WHERE event_id = $1', [event.id]);
    await bench.started.events.republish(event);
    await bench.handled(event.id);
    await one.tell.refunded(13);
    await one.settled(10);
    expect(browser.received()).toHaveLength(5);
  });

  test('reads German where its page was German, and each of somebody’s browsers is told', async () => {
    const one = await bench.buyer();
    const [german, english] = [await one.subscribe('de'), await one.subscribe('en')];
    await one.tell.shipped();
    await one.settled(3);
    expect(german.read()).toMatchObject([
      {
        title: 'Ihr Paket ist unterwegs',
        body: 'Bestellung QS-7K3M-9Q2F',
        path: `/de/bestellungen/${one.orderId}`,
      },
    ]);
    expect(english.received()).toHaveLength(1);
  });

  test('is not told what is not so any more, nor of others’ orders', async () => {
    const [one, other] = [await bench.buyer(), await bench.buyer()];
    const browser = await one.subscribe();
    await one.tell.declined();
    await one.settled(1);
    await bench.handled((await other.tell.shipped()).id);
    expect(await other.pushes()).toEqual([]);
    expect(browser.received()).toEqual([]);
  });

  test('of a guest is told of the one order that the guest placed', async () => {
    const one = await bench.buyer({ isGuest: true });
    const browser = await one.subscribe();
    // By somebody else, who knows the number of the order and no more.
    const curious = await bench.buyer({ isGuest: true });
    const nosy = bench.pushService.browser('en');
    await curious.call('put', `${pushPath}/orders/${one.orderId}`).send(nosy.body).expect(204);
    await one.tell.shipped();
    await one.settled(2);
    expect(browser.received()).toHaveLength(1);
    expect(nosy.received()).toEqual([]);
    await one.call('put').send(nosy.body).expect(403);
  });
});

describe('a push service', () => {
  test('that is busy gets the message again, under the same topic; once it took it, no more', async () => {
    const one = await bench.buyer();
    const browser = await one.subscribe();
    bench.pushService.answer(503);
    await one.tell.shipped();
    await waitUntil(() => browser.received().length === 1, { describe: 'the first attempt' });
    await waitUntil(async () => (await one.pushes())[1]?.state === 'queued', { describe: 'it to wait' });
    bench.pushService.answer(201);
    await waitUntil(
      async () => {
        await bench.query(
          `UPDATE pushes SET due_at = now() WHERE state = 'queued' AND due_at > now() + interval '1 second'`,
        );
        bench.started.marketing.pushes.loop?.wake();
        return browser.received().length === 2;
      },
      { describe: 'the second attempt' },
    );
    await one.settled(2);
    expect((await one.pushes())[1]).toMatchObject({ outcome: 'sent', attempts: 2 });
    expect(new Set(browser.received().map(({ topic }) => topic)).size).toBe(1);
  });

  test('that breaks off after it has the message may have passed it on: it is not sent again', async () => {
    const one = await bench.buyer();
    const browser = await one.subscribe();
    bench.pushService.answer('break');
    await one.tell.shipped();
    await waitUntil(async () => (await one.pushes())[1]?.outcome === 'unclear', {
      describe: 'the end of it',
    });
    bench.pushService.answer(201);
    await one.tell.delivered();
    await one.settled(4);
    expect(browser.received()).toHaveLength(2);
  });

  test.each([404, 410])('that answers %s has no such browser any more: it is forgotten', async (status) => {
    const one = await bench.buyer();
    await one.subscribe();
    bench.pushService.answer(status);
    await one.tell.shipped();
    await waitUntil(
      async () => ((await one.call('get').expect(200)).body as { items: unknown[] }).items.length === 0,
      { describe: 'the browser to be forgotten' },
    );
    bench.pushService.answer(201);
  });
});

test('the log names no browser', () => {
  expect(JSON.stringify(bench.started.lines)).not.toMatch(/\/push\/[0-9a-f]{24}/);
});
