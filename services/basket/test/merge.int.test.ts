import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { callAs } from './call-basket.ts';
import {
  aGuest,
  aShopper,
  openSurroundings,
  startReplica,
  type Replica,
  type Surroundings,
} from './running-basket.ts';

let around: Surroundings;
let replica: Replica;

beforeAll(async () => {
  around = await openSurroundings();
  replica = await startReplica(around);
  for (const id of [1, 2, 3]) await around.stock({ id, availableStock: 200 });
});
afterAll(async () => {
  await replica.stop();
  await around.close();
});

const person = async (who: { id: string; token: string }, ...items: [itemId: number, quantity: number][]) => {
  const calls = callAs(replica.url, who);
  for (const [itemId, quantity] of items) await calls.put(itemId, { quantity });
  return { ...who, ...calls };
};
const quantities = (body: { items: { itemId: number; quantity: number }[] }) =>
  body.items.map(({ itemId, quantity }) => [itemId, quantity]);

describe('POST /internal/v1/basket/merge', () => {
  test('adds the guest basket to the user, up to the maximum, and empties it', async () => {
    const guest = await person(await aGuest(around), [2, 60], [3, 1]);
    const user = await person(await aShopper(around), [1, 1], [2, 50]);
    const answer = await user.merge({ guestToken: guest.token });
    expect(answer.status).toBe(200);
    const merged = [
      [1, 1],
      [2, 99],
      [3, 1],
    ];
    expect(quantities(answer.body)).toEqual(merged);
    expect(quantities((await user.read()).body)).toEqual(merged);
    expect((await guest.read()).body.items).toEqual([]);
    expect(await around.redis.ttl(around.keys.basket(user.id))).toBe(-1);
    expect(await around.redis.ttl(around.keys.basket(guest.id))).toBeGreaterThan(0);
    expect(await around.redis.exists(around.keys.outbox)).toBe(0);
  });

  test('repeated adds nothing', async () => {
    const guest = await person(await aGuest(around), [2, 2]);
    const user = await person(await aShopper(around));
    await user.merge({ guestToken: guest.token });
    const again = await user.merge({ guestToken: guest.token });
    expect([again.status, quantities(again.body), again.body.version]).toEqual([200, [[2, 2]], 1]);
  });

  test('twenty at the same moment count once', async () => {
    const guest = await person(await aGuest(around), [2, 2]);
    const user = await person(await aShopper(around), [2, 1]);
    await Promise.all(Array.from({ length: 20 }, () => user.merge({ guestToken: guest.token })));
    expect(quantities((await user.read()).body)).toEqual([[2, 3]]);
  });

  test('into many users at the same moment gives the things to one of them', async () => {
    const guest = await person(await aGuest(around), [2, 2]);
    const crowd = Array.from({ length: 20 }, async () => person(await aShopper(around)));
    const users = await Promise.all(crowd);
    await Promise.all(users.map((user) => user.merge({ guestToken: guest.token })));
    const held = await Promise.all(users.map(async (user) => quantities((await user.read()).body)));
    expect(held.flat()).toEqual([[2, 2]]);
  });

  test('refuses what is not a guest token, and moves nothing', async () => {
    const victim = await person(await aShopper(around), [1, 1]);
    const user = await person(await aShopper(around));
    for (const guestToken of ['nonsense', victim.token, `${(await aGuest(around)).token}x`]) {
      const answer = await user.merge({ guestToken });
      expect([answer.status, answer.body.code]).toEqual([422, 'guest-token-invalid']);
    }
    expect(quantities((await victim.read()).body)).toEqual([[1, 1]]);
    expect((await user.read()).body.items).toEqual([]);
  });

  test('is not for guests, and needs its body', async () => {
    const guest = await person(await aGuest(around));
    const refused = await guest.merge({ guestToken: guest.token });
    expect([refused.status, refused.body.code]).toEqual([403, 'sign-in-required']);
    const malformed = await (await person(await aShopper(around))).merge({});
    expect([malformed.status, malformed.body.code]).toEqual([400, 'malformed-request']);
  });
});
