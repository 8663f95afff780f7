import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Owner } from '../usecases/ports.ts';
import type { WishStore } from '../usecases/wishlists.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import type { Keys } from './keys.ts';
import { lifetimes } from './lifetimes.ts';
import type { ScriptedRedis } from './scripted-redis.ts';

const tokenBytes = 16;
const secondsOf = ({ kind }: Owner): number => (kind === 'guest' ? lifetimes.guestWishlist : 0);

/** Wishlists in Redis: a hash for each owner, and two keys for one that is shared. */
export const createWishStore = (deps: {
  redis: Redis;
  scripts: Pick<ScriptedRedis, 'addWish' | 'mergeWishes'>;
  keys: Keys;
  max: number;
}): WishStore => {
  const { redis, scripts, keys, max } = deps;
  const tokenOf = (owner: Pick<Owner, 'id'>) => answerOrUnavailable(redis.get(keys.wishlistShare(owner.id)));
  const keep = async (key: string, value: string, seconds: number): Promise<void> => {
    await answerOrUnavailable(seconds > 0 ? redis.set(key, value, 'EX', seconds) : redis.set(key, value));
  };

  const stopSharing = async (owner: Pick<Owner, 'id'>): Promise<void> => {
    const token = await tokenOf(owner);
    const its = token === null ? [] : [keys.sharedWishlist(token)];
    await answerOrUnavailable(redis.del(...its, keys.wishlistShare(owner.id)));
  };

  return {
    of: async ({ id }) => {
      const [wishes, token] = await Promise.all([
        answerOrUnavailable(redis.hgetall(keys.wishlist(id))),
        tokenOf({ id }),
      ]);
      const newestFirst = Object.entries(wishes).toSorted(
        ([, one], [, other]) => Number(other) - Number(one),
      );
      return {
        itemIds: newestFirst.map(([itemId]) => Number(itemId)),
        ...(token !== null && { share: token }),
      };
    },
    add: async (owner, itemId, at) => {
      const added = scripts.addWish(keys.wishlist(owner.id), itemId, at, max, secondsOf(owner));
      return (await answerOrUnavailable(added)) === 1;
    },
    remove: async ({ id }, itemId) => {
      await answerOrUnavailable(redis.hdel(keys.wishlist(id), String(itemId)));
    },
    share: async (owner) => {
      const fresh = randomBytes(tokenBytes).toString('base64url');
      await answerOrUnavailable(redis.setnx(keys.wishlistShare(owner.id), fresh));
      const token = (await tokenOf(owner)) ?? fresh;
      await keep(keys.sharedWishlist(token), owner.id, secondsOf(owner));
      await keep(keys.wishlistShare(owner.id), token, secondsOf(owner));
    },
    stopSharing,
    sharedBy: async (token) =>
      (await answerOrUnavailable(redis.get(keys.sharedWishlist(token)))) ?? undefined,
    merge: async (user, guest) => {
      const token = await tokenOf(guest);
      await answerOrUnavailable(
        scripts.mergeWishes(
          keys.wishlist(guest.id),
          keys.wishlist(user.id),
          keys.wishlistShare(guest.id),
          keys.wishlistShare(user.id),
          token === null ? keys.none : keys.sharedWishlist(token),
          max,
          token ?? '',
          user.id,
        ),
      );
    },
    forget: async (userId) => {
      await stopSharing({ id: userId });
      await answerOrUnavailable(redis.del(keys.wishlist(userId)));
    },
  };
};
