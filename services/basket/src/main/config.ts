import { authConfig } from '@quayside/http';
import { kafkaConfig, kafkaSignInIsComplete } from '@quayside/messaging';
import { integerField, processConfig, serviceUrl } from '@quayside/runtime';
import { z } from 'zod';

export const basketConfig = z
  .object({
    ...processConfig,
    ...authConfig,
    REDIS_URL: serviceUrl(['redis', 'rediss'], 'for example redis://localhost:6379/0'),
    REDIS_KEY_PREFIX: z.string().max(64).default('basket:').describe('stands before every key and channel'),
    ...kafkaConfig,
    TAX_BASIS_POINTS: integerField(0, 10_000, 800, 'sales tax in 1/100 of a percent'),
  })
  .check(kafkaSignInIsComplete);
export type BasketConfig = z.infer<typeof basketConfig>;
