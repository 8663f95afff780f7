import { carryOverFields, serviceConfig } from '@quayside/chassis';
import { authConfig } from '@quayside/http';
import { postgresConfig } from '@quayside/postgres';
import { booleanField, jobConfig, serviceUrl } from '@quayside/runtime';
import { z } from 'zod';

const pictureBucket = {
  PICTURE_BUCKET: z
    .string()
    .default('')
    .describe('bucket that pictures are kept in, of a store that speaks S3; empty: in the database'),
  PICTURE_BUCKET_ENDPOINT: serviceUrl(
    ['http', 'https'],
    "where that store is, if it is not Amazon's",
  ).optional(),
  PICTURE_BUCKET_REGION: z.string().min(1).default('us-east-1').describe('the region of the bucket'),
  PICTURE_BUCKET_KEY_ID: z
    .string()
    .default('')
    .describe(
      'the access key of the bucket; empty: by what the environment offers, such as the role of a pod',
    ),
  PICTURE_BUCKET_SECRET: z.string().default('').describe('the secret of that access key'),
};

export const catalogConfig = serviceConfig({
  ...authConfig,
  ...postgresConfig,
  ...pictureBucket,
  PUBLIC_ORIGIN: serviceUrl(['http', 'https'], 'the shop, as feeds link to it'),
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

export const carryOverConfig = z.object({ ...jobConfig, ...postgresConfig, ...carryOverFields });

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

export const movePicturesConfig = z.object({ ...jobConfig, ...postgresConfig, ...pictureBucket });
