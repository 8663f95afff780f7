import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  basketEvents,
  identityEvents,
  marketingEvents,
  orderingEvents,
  type EventData,
} from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import supertest from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { startMarketing, type StartedMarketing } from './start-marketing.ts';

const mo = { id: '0198c0de-0000-7000-8000-00000000ad02', name: 'Mo Merchant' };
const campaigns = '/api/v1/admin/marketing/campaigns';
let now = new Date('2026-10-01T12:00:00Z');
let started: StartedMarketing;
let token: string;

beforeAll(async () => {
  started = await startMarketing({ smtpUrl: 'smtp://127.0.0.1:1', now: () => now });
  token = await started.minter.merchandiser(mo);
});
afterAll(() => started.stop());

const call = (method: 'get' | 'post' | 'put', path: string, as = token) =>
  supertest(started.marketing.api.app)[method](path).set('authorization', `Bearer ${as}`);
const put = (id: string, body: object, version = 1) =>
  call('put', `${campaigns}/${id}`).set('if-match', `"v${version}"`).send(body);
const end = (id: string, version = 1) =>
  call('post', `${campaigns}/${id}/end`).set('if-match', `"v${version}"`).send();
const audit = async (id: string) =>
  (await call('get', `/api/v1/admin/marketing/audit?entity=campaign&entityId=${id}`).expect(200)).body.items;

const asked = {
  name: 'Spring fit-out',
  headline: 'Everything for the first sail',
  body: 'A tenth off all lamps.',
  discountPercent: 10,
  typeSlug: 'lamps',
  startsAt: '2026-09-01T00:00:00.000Z',
  endsAt: '2026-11-01T00:00:00.000Z',
};
const created = async (given: object = {}) =>
  (
    await call('post', campaigns)
      .send({ ...asked, ...given })
      .expect(201)
  ).body as { id: string };
const announced = async (id: string, version: number) => {
  await started.marketing.relay.drain();
  return started.events.waitFor(
    marketingEvents.campaignChanged,
    ({ subject, data }) => subject === id && data.version === version,
  );
};
const couponAnnounced = async (id: string, version: number) => {
  await started.marketing.relay.drain();
  return started.events.waitFor(
    marketingEvents.couponChanged,
    ({ subject, data }) => subject === id && data.version === version,
  );
};

describe('a campaign', () => {
  test('is made, announced, shown to everybody, and in the log with who made it', async () => {
    const { body, headers } = await call('post', campaigns).send(asked).expect(201);
    expect(body).toMatchObject({ ...asked, code: null, state: 'running', version: 1 });
    expect(headers).toMatchObject({ etag: '"v1"', location: `${campaigns}/${body.id}` });
    expect((await call('get', headers['location'] ?? '').expect(200)).body).toEqual(body);
    expect((await announced(body.id, 1)).data).toEqual({ ...asked, id: body.id, version: 1 });
    const { items } = (await supertest(started.marketing.api.app).get('/api/v1/campaigns')).body;
    expect(items.map(({ id }: { id: string }) => id)).toContain(body.id);
    expect(await audit(body.id)).toMatchObject([
      { actor: mo, action: 'created', after: { name: asked.name } },
    ]);
  });

  test('is changed on the version that was read; who comes late is shown what it is now', async () => {
    const { id } = await created();
    const { body } = await put(id, { discountPercent: 20, typeSlug: null }).expect(200);
    expect(body).toMatchObject({ discountPercent: 20, typeSlug: null, version: 2 });
    expect((await announced(id, 2)).data).not.toHaveProperty('typeSlug');
    const late = await put(id, { name: 'Mine' }).expect(412);
    expect(late.body).toMatchObject({ code: 'stale-version', current: body });
    await put(id, { name: 'Mine' }, 2).expect(200);
    expect((await audit(id)).map(({ action }: { action: string }) => action)).toEqual([
      'changed',
      'changed',
      'created',
    ]);
  });

  test('says in German what was written in German, to shoppers and to whoever hears of it', async () => {
    const german = {
      names: { de: 'Frühjahrsausrüstung' },
      headlines: { de: 'Alles für den ersten Törn' },
      bodies: { de: 'Ein Zehntel weniger auf alle Lampen.' },
    };
    const { id } = await created(german);
    expect((await announced(id, 1)).data).toMatchObject(german);
    const inTexts = async (version: number) =>
      (
        await started.events.waitFor(
          marketingEvents.campaignChangedV2,
          ({ subject, data }) => subject === id && data.version === version,
        )
      ).data;
    const { name, headline, body: text } = asked;
    const inGerman = { name: german.names.de, headline: german.headlines.de, body: german.bodies.de };
    expect(await inTexts(1)).toMatchObject({
      language: 'en',
      texts: { en: { name, headline, body: text }, de: inGerman },
    });
    const shown = async () =>
      (await supertest(started.marketing.api.app).get('/api/v1/campaigns')).body.items.find(
        (one: { id: string }) => one.id === id,
      );
    expect(await shown()).toMatchObject(german);
    const { body } = await put(id, { headlines: { de: null } }).expect(200);
    expect(body).toMatchObject({ ...german, headlines: { de: null } });
    expect(await shown()).not.toHaveProperty('headlines');
    expect((await announced(id, 2)).data).not.toHaveProperty('headlines');
    // What is not written in a language stands in the shop's own.
    expect((await inTexts(2)).texts['de']).toEqual({ ...inGerman, headline });
    expect((await put(id, { names: german.names }, 2).expect(200)).body.version).toBe(2);
    await put(id, { names: { fr: 'Printemps' } }, 2).expect(400);
    const coupon = await created({ code: 'FRUEHJAHR', names: german.names });
    expect((await couponAnnounced(coupon.id, 1)).data).toMatchObject({ names: german.names });
  });

  test('that is changed to what it is stays as it is', async () => {
    const { id } = await created();
    expect((await put(id, { name: asked.name, endsAt: asked.endsAt }).expect(200)).body.version).toBe(1);
    expect(await audit(id)).toHaveLength(1);
  });

  test('is ended at once, and ended again changes nothing; one that has not begun never does', async () => {
    const running = await created();
    expect((await end(running.id).expect(200)).body).toMatchObject({
      state: 'over',
      endsAt: now.toISOString(),
    });
    expect((await end(running.id, 2).expect(200)).body.version).toBe(2);
    const planned = await created({ startsAt: '2026-10-20T00:00:00Z' });
    const { body } = await end(planned.id).expect(200);
    expect(body.state).toBe('over');
    expect(body.startsAt < body.endsAt).toBe(true);
    expect((await audit(planned.id))[0]).toMatchObject({ action: 'ended' });
  });

  test.each([
    ['that ends before it starts', { endsAt: asked.startsAt }, 422, 'campaign-without-time'],
    ['of more than nine tenths', { discountPercent: 91 }, 400, 'malformed-request'],
    ['with characters that reverse the text', { name: 'Sale \u202e' }, 400, 'malformed-request'],
    ['with a field that is not known', { colour: 'red' }, 400, 'malformed-request'],
  ])('%s is refused, and nothing is kept or announced', async (_, given, status, code) => {
    const count = async () =>
      (
        await started.database.pool.query(
          'SELECT (SELECT count(*) FROM campaigns) + (SELECT count(*) FROM outbox)',
        )
      ).rows;
    await started.marketing.relay.drain();
    const before = await count();
    const { body } = await call('post', campaigns)
      .send({ ...asked, ...given })
      .expect(status);
    expect(body.code).toBe(code);
    expect(await count()).toEqual(before);
  });

  test('that is not there is 404, whatever is asked of it', async () => {
    const id = uuidv7();
    const answers = [await call('get', `${campaigns}/${id}`), await put(id, { name: 'x' }), await end(id)];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [404, 'campaign-not-found']),
    );
  });

  test('is not for support and shoppers', async () => {
    const { id } = await created();
    for (const as of [await started.minter.support(), await started.minter.shopper()]) {
      await call('get', campaigns, as).expect(403);
      await call('put', `${campaigns}/${id}`, as).set('if-match', '"v1"').send({ name: 'x' }).expect(403);
    }
  });
});

describe('a coupon', () => {
  test('is a campaign with a code, told apart from campaigns and shown to nobody', async () => {
    const { body } = await call('post', campaigns)
      .send({ ...asked, code: ' first-sail ' })
      .expect(201);
    expect(body.code).toBe('FIRST-SAIL');
    const { data } = await couponAnnounced(body.id, 1);
    expect(data).toMatchObject({ code: 'FIRST-SAIL', discountPercent: 10, typeSlug: 'lamps' });
    expect(started.events.all(marketingEvents.campaignChanged).map(({ subject }) => subject)).not.toContain(
      body.id,
    );
    const { text } = await supertest(started.marketing.api.app).get('/api/v1/campaigns');
    expect(text).not.toContain(body.id);
    expect((await put(body.id, { code: 'OTHER' })).body.code).toBe('malformed-request');
  });

  test('has a code that no other has, and takes something off', async () => {
    await created({ code: 'HARBOUR' });
    const taken = await call('post', campaigns)
      .send({ ...asked, code: 'harbour' })
      .expect(409);
    expect(taken.body.code).toBe('coupon-code-taken');
    const nothing = await call('post', campaigns).send({ ...asked, code: 'NOTHING', discountPercent: 0 });
    expect([nothing.status, nothing.body.code]).toEqual([422, 'coupon-without-discount']);
  });
});

describe('the list', () => {
  test('is searched, filtered and sorted', async () => {
    const tag = uuidv7().slice(-6);
    await created({ name: `A ${tag}`, startsAt: '2026-10-20T00:00:00Z' });
    await created({ name: `B ${tag}`, code: `CODE-${tag}` });
    const list = async (query: string) =>
      (await call('get', `${campaigns}?q=${tag}&${query}`).expect(200)).body.items.map(
        ({ name }: { name: string }) => name,
      );
    expect(await list('sort=-name')).toEqual([`B ${tag}`, `A ${tag}`]);
    expect(await list('state=planned')).toEqual([`A ${tag}`]);
    expect(await list('kind=code')).toEqual([`B ${tag}`]);
    expect(await list('state=over')).toEqual([]);
    expect((await call('get', `${campaigns}?q=%25`).expect(200)).body.items).toEqual([]);
  });
});

test('the log forgets the name of who is gone, and keeps what was done', async () => {
  const { id } = await created();
  await started.events.publish(identityEvents.userDeleted, {
    subject: mo.id,
    data: { userId: mo.id, deletedAt: now.toISOString(), version: 2 },
  } as never);
  await waitUntil(async () => (await audit(id))[0].actor.name === undefined, { describe: 'the name to go' });
  expect((await audit(id))[0]).toMatchObject({ action: 'created', actor: { id: mo.id } });
  now = new Date(now);
});

describe('the use of a code', () => {
  const order = (orderId: string, code: string) => ({
    ...(basketEvents.checkedOut.example as EventData<typeof basketEvents.checkedOut>),
    ...{ orderId, coupon: code },
  });
  const usesOf = async (id: string): Promise<number> =>
    (await call('get', `${campaigns}/${id}`).expect(200)).body.uses;

  test('is bounded by what a merchandiser says, and announced so', async () => {
    const code = `L-${uuidv7().slice(-8)}`;
    const { id } = await created({ code, maxUses: 100, maxUsesPerCustomer: 1 });
    expect((await couponAnnounced(id, 1)).data).toMatchObject({
      maxUses: 100,
      maxUsesPerCustomer: 1,
    });
    const { body } = await put(id, { maxUses: 200, maxUsesPerCustomer: null }).expect(200);
    expect(body).toMatchObject({ maxUses: 200, maxUsesPerCustomer: null, uses: 0 });
    expect((await couponAnnounced(id, 2)).data).not.toHaveProperty('maxUsesPerCustomer');
    expect((await audit(id))[0]).toMatchObject({ before: { maxUses: 100 }, after: { maxUses: 200 } });
    await put(id, { maxUses: 0 }, 2).expect(400);
    const limitless = await call('post', campaigns).send({ ...asked, maxUses: 5 });
    expect([limitless.status, limitless.body.code]).toEqual([422, 'limit-without-code']);
  });

  test('is counted once for each order, and not for those that are cancelled, whichever is heard of first', async () => {
    const code = `U-${uuidv7().slice(-8)}`.toUpperCase();
    const { id } = await created({ code });
    const [one, other] = [uuidv7(), uuidv7()];
    const submitted = {
      ...(orderingEvents.orderSubmitted.example as EventData<typeof orderingEvents.orderSubmitted>),
    };
    for (const orderId of [one, other]) {
      await started.events.publish(orderingEvents.orderSubmitted, {
        subject: orderId,
        data: { ...submitted, orderId },
      });
    }
    for (const orderId of [one, one, other]) {
      await started.events.publish(basketEvents.checkedOut, { subject: orderId, data: order(orderId, code) });
    }
    await waitUntil(async () => (await usesOf(id)) === 2, { describe: 'two uses' });
    const late = uuidv7();
    for (const orderId of [other, late]) {
      if (orderId === late) {
        await started.events.publish(orderingEvents.orderSubmitted, {
          subject: late,
          data: { ...submitted, orderId: late },
        });
      }
      await started.events.publish(orderingEvents.orderCancelled, {
        subject: orderId,
        data: { orderId, buyerId: submitted.buyerId, lines: [], version: 3 },
      });
    }
    await waitUntil(async () => (await usesOf(id)) === 1, { describe: 'one use' });
    await started.events.publish(basketEvents.checkedOut, { subject: late, data: order(late, code) });
    const last = uuidv7();
    await started.events.publish(basketEvents.checkedOut, { subject: last, data: order(last, code) });
    await waitUntil(
      async () =>
        (
          await started.database.pool.query('SELECT 1 FROM coupon_uses WHERE order_id = ANY($1)', [
            [late, last],
          ])
        ).rowCount === 2,
      { describe: 'both to be heard of' },
    );
    await waitUntil(async () => (await usesOf(id)) === 2, { describe: 'the cancelled one not to count' });
  });
});
