import { serviceConfig } from '@quayside/chassis';
import { authConfig } from '@quayside/http';
import { postgresConfig } from '@quayside/postgres';
import { booleanField, jobConfig } from '@quayside/runtime';
import { z } from 'zod';

export const catalogConfig = serviceConfig({
  ...authConfig,
  ...postgresConfig,
  PICTURE_SOURCES_ALLOWED: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((address) => address.trim())
        .filter((address) => address !== ''),
    )
    .describe(
      'private addresses that an import may fetch pictures from, by comma; public ones may be anyway',
    ),
});

export const migrateConfig = z.object({
  ...jobConfig,
  ...postgresConfig,
  SEED_DEMO_DATA: booleanField(false, 'fill an empty catalog with the demo shop'),
});

export const seedManyConfig = z.object({
  ...jobConfig,
  ...postgresConfig,
  PRODUCTS: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(50_000)
    .describe('how many products to add'),
});
