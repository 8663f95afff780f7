import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { basketEvents, marketingEvents, orderingEvents, topics, type EventData } from '@quayside/contracts';
import { redisOutbox } from '@quayside/redis';
import { createEventSpy, waitUntil, type EventSpy } from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import { callAs, order } from './call-basket.ts';
import {
  aGuest,
  aShopper,
  openSurroundings,
  startReplica,
  type Replica,
  type Surroundings,
} from './running-basket.ts';
import { usd } from './settings.ts';

type Coupon = EventData<typeof marketingEvents.couponChanged>;
let around: Surroundings;
let replica: Replica;
let spy: EventSpy;

beforeAll(async () => {
  around = await openSurroundings();
  await around.stock({ id: 1, price: usd(10_000), typeSlug: 'tents' });
  spy = await createEventSpy({ ...around.kafka, topics: [topics.marketing] });
  replica = await startReplica(around, { brokers: around.kafka.brokers });
  await replica.start();
});
afterAll(async () => {
  await spy.close();
  await replica.stop();
  await around.close();
});

const hour = 3_600_000;
const at = (ms: number) => new Date(Date.now() + ms).toISOString();
/** A coupon that the basket has heard of. */
const coupon = async (given: Partial<Coupon> = {}): Promise<Coupon> => {
  const id = uuidv7();
  const code = `C-${id.slice(-8).toUpperCase()}`;
  const whole = {
    ...{ id, code, name: 'First sail', discountPercent: 10, version: 1 },
    ...{ startsAt: at(-hour), endsAt: at(hour) },
    ...given,
  };
  await spy.publish(marketingEvents.couponChanged, { subject: whole.id, data: whole });
  await waitUntil(
    async () => (await around.redis.hget(around.keys.couponVersions, whole.code)) === String(whole.version),
    { describe: `version ${whole.version} of coupon ${whole.code}` },
  );
  return whole;
};
const shopper = async () => {
  const who = await aShopper(around);
  const calls = callAs(replica.url, who);
  await calls.put(1, { quantity: 1 });
  return { ...who, ...calls };
};
const checkedOut = async (buyerId: string) => {
  const entries = await around.redis.xrange(around.keys.outbox, '-', '+');
  const events = entries.map(([, fields]) => redisOutbox.fromStreamFields(fields).data);
  return events.find((data) => (data as { buyerId: string }).buyerId === buyerId);
};

describe('a code', () => {
  test('takes its discount off, however it is typed, and says so in line and basket', async () => {
    const { code, id } = await coupon();
    const { useCoupon, read } = await shopper();
    const answer = await useCoupon(` ${code.toLowerCase().replace('-', ' -')} `);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      coupon: { code, state: 'applied', name: 'First sail', discountPercent: 10 },
      totals: { discount: usd(1_000) },
    });
    expect(answer.body.price.lines[0].adjustments).toEqual([
      { source: { kind: 'coupon', id, name: 'First sail' }, amount: usd(-1_000) },
    ]);
    expect(answer.body).not.toHaveProperty('campaign');
    expect((await read()).body).toEqual(answer.body);
  });

  test('goes with the order, and not with the one after it', async () => {
    const { code } = await coupon();
    const { id, useCoupon, checkOut, put } = await shopper();
    const { body } = await useCoupon(code);
    await checkOut(uuidv7(), { ...order, acceptedTotal: body.totals.total }).expect(202);
    expect(await checkedOut(id)).toMatchObject({ coupon: code, totals: { discount: usd(1_000) } });
    const next = await put(1, { quantity: 1 });
    expect(next.body.totals.discount).toEqual(usd(0));
    expect(next.body).not.toHaveProperty('coupon');
  });

  test('stays while country and shipping are chosen, and goes when it is dropped', async () => {
    const { code } = await coupon();
    const { useCoupon, choose, dropCoupon } = await shopper();
    await useCoupon(code);
    expect((await choose({ country: 'US', state: 'NY' })).body.coupon).toMatchObject({
      code,
      state: 'applied',
    });
    const without = await dropCoupon();
    expect(without.body).not.toHaveProperty('coupon');
    expect(without.body.totals.discount).toEqual(usd(0));
    expect((await dropCoupon()).body.version).toBe(without.body.version);
  });

  test('of a guest comes along at sign-in', async () => {
    const { code } = await coupon();
    const guest = await aGuest(around);
    const asGuest = callAs(replica.url, guest);
    await asGuest.put(1, { quantity: 1 });
    await asGuest.useCoupon(code);
    const user = callAs(replica.url, await aShopper(around));
    const { body } = await user.merge({ guestToken: guest.token });
    expect(body.coupon).toMatchObject({ code, state: 'applied' });
    expect((await user.read()).body).toEqual(body);
  });

  test('of other goods takes nothing off, and says so', async () => {
    const { code } = await coupon({ typeSlug: 'ropes' });
    const { useCoupon } = await shopper();
    expect((await useCoupon(code)).body).toMatchObject({
      coupon: { state: 'elsewhere' },
      totals: { discount: usd(0) },
    });
  });

  test('that takes off less than a campaign for everybody gives way, and says so', async () => {
    const { code } = await coupon({ discountPercent: 5 });
    const { useCoupon } = await shopper();
    const campaign = {
      ...{ id: uuidv7(), name: 'Regatta week', headline: 'Sails up', body: 'Twenty off' },
      ...{ discountPercent: 20, startsAt: at(-hour), endsAt: at(hour), version: 1 },
    };
    await spy.publish(marketingEvents.campaignChanged, { subject: campaign.id, data: campaign });
    await waitUntil(async () => (await around.redis.hlen(around.keys.campaigns)) === 1, {
      describe: 'the campaign',
    });
    expect((await useCoupon(code)).body).toMatchObject({
      coupon: { code, state: 'less' },
      campaign: { name: 'Regatta week' },
      totals: { discount: usd(2_000) },
    });
    const over = { ...campaign, endsAt: at(-1), version: 2 };
    await spy.publish(marketingEvents.campaignChanged, { subject: campaign.id, data: over });
    await waitUntil(async () => (await around.redis.hlen(around.keys.campaigns)) === 0, {
      describe: 'the campaign to end',
    });
  });

  test('whose time is up takes nothing off any more; an order at the price that was shown is refused', async () => {
    const running = await coupon();
    const { useCoupon, read, checkOut } = await shopper();
    const { total } = (await useCoupon(running.code)).body.totals;
    await coupon({ ...running, endsAt: at(-1), version: 2 });
    expect((await read()).body).toMatchObject({
      coupon: { code: running.code, state: 'over' },
      totals: { discount: usd(0) },
    });
    const refused = await checkOut(uuidv7(), { ...order, acceptedTotal: total });
    expect([refused.status, refused.body.code]).toEqual([409, 'price-changed']);
  });

  test.each([
    ['that nobody gave out', 'NO-SUCH-CODE', 422, 'coupon-not-valid'],
    ['that is none', 'a!', 400, 'malformed-request'],
    ['that is not even a text', 7, 400, 'malformed-request'],
    ['of a thousand letters', 'A'.repeat(1000), 400, 'malformed-request'],
  ])('%s is refused, and the basket stays as it is', async (_, code, status, problem) => {
    const { useCoupon, read } = await shopper();
    const before = (await read()).body;
    const refused = await useCoupon(code);
    expect([refused.status, refused.body.code]).toEqual([status, problem]);
    expect((await read()).body).toEqual(before);
  });

  test.each([
    ['before its time', { startsAt: at(hour) }],
    ['after its time', { endsAt: at(-1) }],
  ])('%s is refused as one that nobody gave out is', async (_, given) => {
    const { code } = await coupon(given);
    const { useCoupon } = await shopper();
    expect((await useCoupon(code)).body.code).toBe('coupon-not-valid');
  });
});

describe('a code with limits', () => {
  const buy = async (who: Awaited<ReturnType<typeof shopper>>, total: { amount: number; currency: string }) =>
    who.checkOut(uuidv7(), { ...order, acceptedTotal: total });
  /** One whose basket is priced with the code. */
  const withCode = async (code: string) => {
    const who = await shopper();
    const { body } = await who.useCoupon(code);
    expect(body.coupon.state).toBe('applied');
    return { ...who, total: body.totals.total };
  };

  test('takes its discount off for as many orders as it may, however many are placed at once', async () => {
    const { code } = await coupon({ maxUses: 3 });
    const shoppers = await Promise.all(Array.from({ length: 12 }, () => withCode(code)));
    const answers = await Promise.all(shoppers.map((who) => buy(who, who.total)));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(3);
    const refused = answers.filter(({ status }) => status !== 202);
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['price-changed']));
    const at = answers.findIndex(({ status }) => status !== 202);
    expect((await shoppers[at]?.read())?.body).toMatchObject({
      coupon: { code, state: 'used-up' },
      totals: { discount: usd(0) },
    });
    expect((await (await shopper()).useCoupon(code)).body.code).toBe('coupon-not-valid');
  });

  test('of one use for each customer is used once by each, also in two checkouts at once', async () => {
    const { code } = await coupon({ maxUsesPerCustomer: 1 });
    const who = await withCode(code);
    const answers = await Promise.all([buy(who, who.total), buy(who, who.total)]);
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    await who.put(1, { quantity: 1 });
    expect((await who.useCoupon(code)).body).toMatchObject({
      coupon: { state: 'used-up' },
      totals: { discount: usd(0) },
    });
    await withCode(code);
  });

  test('of each customer waits for a guest to sign in', async () => {
    const { code } = await coupon({ maxUsesPerCustomer: 1 });
    const guest = await aGuest(around);
    const asGuest = callAs(replica.url, guest);
    await asGuest.put(1, { quantity: 1 });
    expect((await asGuest.useCoupon(code)).body).toMatchObject({
      coupon: { code, state: 'account' },
      totals: { discount: usd(0) },
    });
    const user = callAs(replica.url, await aShopper(around));
    const { body } = await user.merge({ guestToken: guest.token });
    expect(body).toMatchObject({ coupon: { state: 'applied' }, totals: { items: usd(10_000) } });
  });

  test('is given back by an order that is cancelled, once, and counts an order that it hears of late', async () => {
    const { code } = await coupon({ maxUses: 1 });
    const who = await withCode(code);
    const { body } = await buy(who, who.total);
    const usesOf = () => around.redis.hget(around.keys.couponUses, code);
    expect(await usesOf()).toBe('1');
    const cancelled = { orderId: body.orderId, buyerId: who.id, lines: [], version: 3 };
    await spy.publish(orderingEvents.orderCancelled, { subject: body.orderId, data: cancelled });
    await spy.publish(orderingEvents.orderCancelled, { subject: body.orderId, data: cancelled });
    await waitUntil(async () => (await usesOf()) === null, { describe: 'the use to be given back' });
    await withCode(code);

    const late = uuidv7();
    const data = {
      ...(basketEvents.checkedOut.example as EventData<typeof basketEvents.checkedOut>),
      ...{ orderId: late, buyerId: who.id, coupon: code },
    };
    await spy.publish(basketEvents.checkedOut, { subject: late, data });
    await spy.publish(basketEvents.checkedOut, { subject: late, data });
    await waitUntil(async () => (await usesOf()) === '1', { describe: 'the late order to be counted' });
    expect((await (await shopper()).useCoupon(code)).body.code).toBe('coupon-not-valid');
  });
});
