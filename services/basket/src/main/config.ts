import { serviceConfig } from '@quayside/chassis';
import { authConfig, serviceCallConfig } from '@quayside/http';
import { redisConfig } from '@quayside/redis';
import { z } from 'zod';

export const basketConfig = serviceConfig({
  ...authConfig,
  ...redisConfig,
  ...serviceCallConfig,
  REDIS_KEY_PREFIX: z.string().max(64).default('basket:').describe('stands before every key and channel'),
});
export type BasketConfig = z.infer<typeof basketConfig>;
