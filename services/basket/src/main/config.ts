import { serviceConfig } from '@quayside/chassis';
import { authConfig } from '@quayside/http';
import { redisConfig } from '@quayside/redis';
import { integerField } from '@quayside/runtime';
import { z } from 'zod';

export const basketConfig = serviceConfig({
  ...authConfig,
  ...redisConfig,
  REDIS_KEY_PREFIX: z.string().max(64).default('basket:').describe('stands before every key and channel'),
  TAX_BASIS_POINTS: integerField(0, 10_000, 800, 'sales tax in 1/100 of a percent'),
});
export type BasketConfig = z.infer<typeof basketConfig>;
