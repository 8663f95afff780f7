import { describe, expect, test } from '@jest/globals';
import { identityEvents, marketingEvents, type DraftOrder } from '@quayside/contracts';
import { waitUntil } from '@quayside/testkit';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { order } from './call-basket.ts';
import { callDrafts, content } from './call-drafts.ts';
import { aGuest, aShopper } from './running-basket.ts';
import { usd } from './settings.ts';
import { sue, etagOf, agreed, draftDesk } from './draft-desk.ts';

const { around, replica, spy, staff, ordered, made, sent } = draftDesk();

describe('a draft', () => {
  test('is kept with what staff wrote, priced as a basket is, listed and on record without a person', async () => {
    const draft = await made({ note: 'As said on the phone.' });
    expect(draft).toMatchObject({ state: 'draft', version: 1, units: 2, email: content.email, content });
    expect(draft.basket?.totals.items).toEqual(usd(20_000));
    expect(draft.total).toEqual(draft.basket?.totals.total);
    const { body, headers } = await staff().read(draft.id).expect(200);
    expect(body).toEqual(draft);
    expect(headers['etag']).toBe('"v1"');
    const { body: list } = await staff().list().expect(200);
    expect(list.items[0]).toMatchObject({ id: draft.id, name: 'Sam Shopper', total: draft.total });
    const { body: found } = await staff().list({ q: 'BUYER@', state: 'draft', pageSize: 1 }).expect(200);
    expect(found.items.map(({ id }: DraftOrder) => id)).toEqual([draft.id]);
    expect((await staff().list({ q: 'nobody like that' })).body).toMatchObject({ items: [], totalItems: 0 });
    const { body: log } = await staff().audit(await around().minter.admin(), { entityId: draft.id });
    expect(log.items).toMatchObject([
      {
        ...{ action: 'created', entity: 'draft-order', entityId: draft.id, actor: sue },
        after: { lines: content.lines, total: draft.total },
      },
    ]);
    expect(JSON.stringify([log, replica().lines])).not.toMatch(/phone|buyer@|Quay 1|Sam Shopper/);
  });

  test('is priced as it is written, without being kept', async () => {
    const { items: before } = (await staff().list()).body;
    const { body } = await staff()
      .price({ lines: content.lines, country: 'AT', currency: 'USD' })
      .expect(200);
    expect(body).toMatchObject({
      totals: { items: usd(20_000) },
      terms: { country: 'AT', taxIncluded: true },
    });
    expect((await staff().list()).body.items).toEqual(before);
  });

  test.each([
    ['an item that is not sold', { lines: [{ itemId: 3, quantity: 1 }] }, 409, 'item-not-active'],
    ['an item that there is not', { lines: [{ itemId: 99, quantity: 1 }] }, 404, 'item-not-found'],
    ['a code that there is not', { coupon: 'NOT-ONE' }, 422, 'coupon-not-valid'],
    ['a shipping method that there is not', { shippingMethod: 'balloon' }, 422, 'shipping-method-unknown'],
    [
      'an address that lacks something',
      { shippingAddress: { ...order.shippingAddress, postalCode: '1' } },
      422,
      'address-invalid',
    ],
    [
      'a country that is not sold to',
      { shippingAddress: { ...order.shippingAddress, country: 'NO', postalCode: '0150' } },
      422,
      'country-not-sold-to',
    ],
    ['an item twice', { lines: [...content.lines, ...content.lines] }, 400, 'malformed-request'],
    ['no e-mail address', { email: 'nobody' }, 400, 'malformed-request'],
  ])('with %s is refused', async (_what, change, status, code) => {
    const { status: told, body } = await staff().create({ ...content, ...change });
    expect([told, body.code]).toEqual([status, code]);
  });

  test('is changed by whoever saw it as it is; who comes late is shown it', async () => {
    const draft = await made();
    const lines = [{ itemId: 1, quantity: 1 }];
    const { body } = await staff()
      .change(draft.id, etagOf(draft), { ...content, lines })
      .expect(200);
    expect(body).toMatchObject({ version: 2, units: 1, total: body.basket.totals.total });
    const late = await staff().change(draft.id, etagOf(draft), content);
    expect([late.status, late.body.code, late.body.current]).toEqual([412, 'stale-version', body]);
    expect((await staff().drop(draft.id, etagOf(draft))).status).toBe(412);
    await staff().drop(draft.id, etagOf(body)).expect(204);
    expect((await staff().read(draft.id)).body.code).toBe('draft-order-not-found');
    const { body: log } = await staff().audit(await around().minter.admin(), { entityId: draft.id });
    expect(log.items.map(({ action }: { action: string }) => action)).toEqual([
      ...['deleted', 'changed', 'created'],
    ]);
    const { body: one } = await staff().audit(await around().minter.admin(), {
      entityId: draft.id,
      pageSize: 1,
    });
    expect(one.next).toBe(log.items[0].id);
  });

  test('two changes at once are one, and one that is told', async () => {
    const draft = await made();
    const answers = await Promise.all(
      [1, 2, 3].map((quantity) =>
        staff().change(draft.id, etagOf(draft), { ...content, lines: [{ itemId: 1, quantity }] }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
  });
});

describe('a draft for an account', () => {
  test('becomes an order of it, by whomever it is paid, with its uses of a code', async () => {
    const id = uuidv7();
    const code = `C-${id.slice(-8).toUpperCase()}`;
    const at = (ms: number) => new Date(Date.now() + ms).toISOString();
    await spy().publish(marketingEvents.couponChanged, {
      subject: id,
      data: {
        ...{ id, code, name: 'Once each', discountPercent: 10, maxUsesPerCustomer: 1, version: 1 },
        ...{ startsAt: at(-60_000), endsAt: at(600_000) },
      },
    });
    await waitUntil(async () => (await around().redis.hget(around().keys.couponVersions, code)) === '1', {
      describe: 'the coupon',
    });
    const owner = await aShopper(around());
    const customer = { id: owner.id, name: 'Signe Holm' };
    const { draft, link } = await sent({ customer, coupon: code });
    expect(draft.basket?.coupon).toMatchObject({ state: 'applied' });
    const paid = await staff().pay(draft.id, link, owner.token, agreed(draft)).expect(202);
    expect(paid.body.mayFollow).toBe(true);
    expect((await ordered(draft.id)).data).toMatchObject({ buyerId: owner.id, coupon: code });
    const next = await made({ customer, coupon: code });
    expect(next.basket?.coupon).toMatchObject({ state: 'used-up' });
    const guests = await made({ coupon: code });
    expect(guests.basket?.coupon).toMatchObject({ state: 'account' });
  });

  test('is among what is kept of it, and goes with it', async () => {
    const owner = await aShopper(around());
    const customer = { id: owner.id, name: 'Signe Holm' };
    const { draft, link } = await sent({ customer });
    const own = () =>
      request(replica().url)
        .get('/internal/v1/draft-orders')
        .set({ authorization: `Bearer ${owner.token}` });
    expect((await own().expect(200)).body.items).toEqual([{ ...content, customer }]);
    await spy().publish(identityEvents.userDeleted, {
      subject: owner.id,
      data: { userId: owner.id, version: 2 },
    });
    await waitUntil(async () => (await staff().read(draft.id)).status === 404, { describe: 'it to be gone' });
    expect((await own()).body.items).toEqual([]);
    const { token } = await aGuest(around());
    expect((await staff().open(draft.id, link, token)).body.code).toBe('payment-link-invalid');
    expect(await around().redis.keys(`${around().prefix}*${owner.id}*`)).toEqual([]);
  });
});

test('staff whose account is deleted are in the log without a name', async () => {
  const ada = { id: uuidv7(), name: 'Ada Former' };
  const theirs = callDrafts(replica().url, await around().minter.support(ada));
  const { id } = (await theirs.create(content).expect(201)).body;
  const entry = async () =>
    (await staff().audit(await around().minter.admin(), { actor: ada.id })).body.items[0];
  expect(await entry()).toMatchObject({ entityId: id, actor: ada });
  await spy().publish(identityEvents.userDeleted, { subject: ada.id, data: { userId: ada.id, version: 2 } });
  await waitUntil(async () => (await entry()).actor.name === undefined, { describe: 'the name to go' });
});

test('nobody but staff, a service or a link is let in', async () => {
  const { draft, link } = await sent();
  const shopper = await aShopper(around());
  const others = callDrafts(replica().url, shopper.token);
  expect((await others.list()).status).toBe(403);
  expect((await others.create(content)).status).toBe(403);
  expect((await staff().audit(await around().minter.support())).status).toBe(403);
  expect((await request(replica().url).get(`/internal/v1/draft-orders/${draft.id}`)).status).toBe(401);
  const forged = link.replace(/^[^.]+/, 'zzzzzz');
  expect((await staff().open(draft.id, forged, shopper.token)).body.code).toBe('payment-link-invalid');
});
