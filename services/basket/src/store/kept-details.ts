import type { Redis } from 'ioredis';
import type { CheckoutDetails } from '../domain/check-out.ts';
import type { KeptDetails } from '../usecases/ports.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import type { Keys } from './keys.ts';
import { repliesOf } from './replies-of.ts';

/** One hash for each user, written by the checkout script, so that one command forgets a person. */
export const createKeptDetails = ({ redis, keys }: { redis: Redis; keys: Keys }): KeptDetails => ({
  of: async (checkouts) => {
    const pipeline = redis.pipeline();
    for (const { buyerId, orderId } of checkouts) pipeline.hget(keys.details(buyerId), orderId);
    const replies = await answerOrUnavailable(repliesOf(pipeline.exec()));
    return replies.flatMap((kept) => (typeof kept === 'string' ? [JSON.parse(kept) as CheckoutDetails] : []));
  },
  drop: async (checkouts) => {
    const pipeline = redis.pipeline();
    for (const { buyerId, orderId } of checkouts) pipeline.hdel(keys.details(buyerId), orderId);
    await answerOrUnavailable(repliesOf(pipeline.exec()));
  },
  forget: async (userId) => {
    await answerOrUnavailable(redis.del(keys.details(userId), keys.basket(userId)));
  },
});
