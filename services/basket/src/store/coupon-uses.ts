import type { CouponUses } from '../usecases/ports.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import type { Keys } from './keys.ts';
import { throwFirstFailure } from './throw-first-failure.ts';
import type { ScriptedRedis } from './scripted-redis.ts';

/** Uses of codes by order, for what the checkout did not take down itself: by a process of before, or in a store that is lost. */
export const createCouponUses = ({ redis, keys }: { redis: ScriptedRedis; keys: Keys }): CouponUses => {
  const kept = [keys.couponOrders, keys.couponUses, keys.couponUsesBy] as const;
  return {
    note: async (uses) => {
      if (uses.length === 0) return;
      const pipeline = redis.pipeline();
      for (const { orderId, code, buyerId } of uses) pipeline.noteCouponUse(...kept, orderId, code, buyerId);
      await answerOrUnavailable(pipeline.exec().then(throwFirstFailure));
    },
    giveBack: async (orderIds) => {
      const pipeline = redis.pipeline();
      for (const orderId of orderIds) pipeline.giveCouponBack(...kept, orderId);
      await answerOrUnavailable(pipeline.exec().then(throwFirstFailure));
    },
  };
};
