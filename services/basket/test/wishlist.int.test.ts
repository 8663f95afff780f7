import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identityEvents, topics, type Wishlist } from '@quayside/contracts';
import { createEventSpy, waitUntil, type EventSpy } from '@quayside/testkit';
import request from 'supertest';
import { callAs } from './call-basket.ts';
import {
  aGuest,
  aShopper,
  openSurroundings,
  startReplica,
  type Replica,
  type Surroundings,
} from './running-basket.ts';
import { usd } from './settings.ts';

let around: Surroundings;
let replica: Replica;
let spy: EventSpy;

beforeAll(async () => {
  around = await openSurroundings();
  replica = await startReplica(around, { brokers: around.kafka.brokers });
  spy = await createEventSpy({ ...around.kafka, topics: Object.values(topics) });
  for (let id = 1; id <= 101; id += 1) await around.stock({ id, name: `Item ${id}` });
  await around.stock({ id: 200, name: 'Sold out', availableStock: 0 });
  await replica.start();
  await replica.ready();
});
afterAll(async () => {
  await replica.stop();
  await spy.close();
  await around.close();
});

const wisher = (who: { id: string; token: string }) => {
  const call = (method: 'get' | 'put' | 'delete', path: string) => {
    const agent = request(replica.url);
    return agent[method](path).set({ authorization: `Bearer ${who.token}` });
  };
  return {
    ...who,
    ...callAs(replica.url, who),
    wishes: async () => (await call('get', '/api/v1/wishlist')).body as Wishlist,
    wish: (itemId: number) => call('put', `/api/v1/wishlist/items/${itemId}`),
    unwish: (itemId: number) => call('delete', `/api/v1/wishlist/items/${itemId}`),
    share: async () => (await call('put', '/api/v1/wishlist/share')).body.share as string,
    stopSharing: () => call('delete', '/api/v1/wishlist/share'),
    shared: (token: string) => call('get', `/api/v1/wishlists/${token}`),
    wished: async () => (await call('get', '/internal/v1/wishlist/items')).body.items as object[],
  };
};
const aWisher = async (...itemIds: number[]) => {
  const someone = wisher(await aShopper(around));
  for (const id of itemIds) await someone.wish(id).expect(200);
  return someone;
};
const guestWho = async (...itemIds: number[]) => {
  const someone = wisher(await aGuest(around));
  for (const id of itemIds) await someone.wish(id).expect(200);
  return someone;
};
const idsOf = ({ items }: Pick<Wishlist, 'items'>) =>
  items.map(({ itemId }) => itemId).toSorted((a, b) => a - b);

describe('a wishlist', () => {
  test('holds what was put on it, once, with what it costs and whether it can be had', async () => {
    const someone = await aWisher(1, 200);
    const { body } = await someone.wish(1).expect(200);
    expect(idsOf(body)).toEqual([1, 200]);
    const items = new Map((body as Wishlist).items.map((one) => [one.itemId, one]));
    expect(items.get(1)).toEqual({
      ...{
        itemId: 1,
        slug: 'item-1',
        name: 'Item 1',
        unitPrice: usd(20_000),
        pictureUrl: '/pictures/1.webp',
      },
      ...{ available: true, availableStock: 10 },
    });
    expect(items.get(200)).toMatchObject({ available: false });
    expect(await someone.wished()).toContainEqual({ itemId: 1, slug: 'item-1' });
    await someone.unwish(1).expect(200);
    await someone.unwish(1).expect(200);
    expect(idsOf(await someone.wishes())).toEqual([200]);
    // The basket is another thing.
    expect((await someone.read()).body.items).toEqual([]);
  });

  test('is its owner’s alone', async () => {
    await aWisher(1);
    expect(await (await aWisher()).wishes()).toEqual({ items: [] });
    expect(await (await guestWho()).wishes()).toEqual({ items: [] });
    await request(replica.url).get('/api/v1/wishlist').expect(401);
  });

  test('takes nothing that is not in the catalog, nor more than it holds', async () => {
    const someone = await aWisher();
    const unknown = await someone.wish(999);
    expect([unknown.status, unknown.body.code]).toEqual([404, 'item-not-found']);
    const all = await Promise.all(Array.from({ length: 101 }, (_, at) => someone.wish(at + 1)));
    const refused = all.filter(({ status }) => status !== 200);
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([[409, 'wishlist-full']]);
    expect((await someone.wishes()).items).toHaveLength(100);
  });

  test('of a guest ends, and that of an account does not', async () => {
    const [user, guest] = [await aWisher(1), await guestWho(1)];
    expect(await around.redis.ttl(around.keys.wishlist(user.id))).toBe(-1);
    expect(await around.redis.ttl(around.keys.wishlist(guest.id))).toBeGreaterThan(0);
  });
});

describe('a shared wishlist', () => {
  test('is seen by whoever has the link, and no more once it is taken back', async () => {
    const [owner, other] = [await aWisher(1, 2), await guestWho()];
    const token = await owner.share();
    expect(await owner.share()).toBe(token);
    const seen = await other.shared(token).expect(200);
    expect(idsOf(seen.body)).toEqual([1, 2]);
    expect(seen.body).not.toHaveProperty('share');
    expect(seen.text).not.toContain(owner.id);
    await owner.stopSharing().expect(200);
    const gone = await other.shared(token);
    expect([gone.status, gone.body.code]).toEqual([404, 'wishlist-not-found']);
    expect(await owner.share()).not.toBe(token);
    await other.shared('guessed').expect(400);
  });
});

describe('at sign-in', () => {
  test('a guest’s wishes and link move to the user, once', async () => {
    const [guest, user] = [await guestWho(1, 2), await aWisher(2, 3)];
    const token = await guest.share();
    for (let time = 0; time < 2; time += 1) await user.merge({ guestToken: guest.token }).expect(200);
    expect(idsOf(await user.wishes())).toEqual([1, 2, 3]);
    expect(await guest.wishes()).toEqual({ items: [] });
    expect((await user.wishes()).share).toBe(token);
    expect(idsOf((await guest.shared(token)).body)).toEqual([1, 2, 3]);
    expect(await around.redis.ttl(around.keys.sharedWishlist(token))).toBe(-1);
  });

  test('the link that the user has stays, and the guest’s opens nothing', async () => {
    const [guest, user] = [await guestWho(1), await aWisher(2)];
    const [theirs, own] = [await guest.share(), await user.share()];
    await user.merge({ guestToken: guest.token }).expect(200);
    expect((await user.wishes()).share).toBe(own);
    await guest.shared(theirs).expect(404);
  });
});

test('a deleted user’s wishes are gone, and the link with them', async () => {
  const [owner, other] = [await aWisher(1), await guestWho()];
  const token = await owner.share();
  await spy.publish(identityEvents.userDeleted, {
    subject: owner.id,
    data: { userId: owner.id, version: 2 },
  });
  await waitUntil(async () => (await other.shared(token)).status === 404, { describe: 'it to be gone' });
  await waitUntil(async () => (await owner.wishes()).items.length === 0, {
    describe: 'the wishes to be gone',
  });
  expect(await around.redis.keys(`*${owner.id}*`)).toEqual([]);
});
