import { carryOverFields, serviceConfig } from '@quayside/chassis';
import { authConfig, serviceCallConfig } from '@quayside/http';
import { kafkaConfig, kafkaSignInIsComplete } from '@quayside/messaging';
import { redisConfig } from '@quayside/redis';
import { booleanField, jobConfig } from '@quayside/runtime';
import { z } from 'zod';

const keyPrefix = {
  REDIS_KEY_PREFIX: z.string().max(64).default('basket:').describe('stands before every key and channel'),
};

export const basketConfig = serviceConfig({
  ...authConfig,
  ...redisConfig,
  ...serviceCallConfig,
  ...keyPrefix,
});
export type BasketConfig = z.infer<typeof basketConfig>;

export const carryOverConfig = z
  .object({
    ...jobConfig,
    ...redisConfig,
    ...keyPrefix,
    ...kafkaConfig,
    ...carryOverFields,
    FORGET_DEAD_LETTERS: booleanField(false, 'dead letters that name people were looked at, and may go'),
  })
  .check(kafkaSignInIsComplete);
