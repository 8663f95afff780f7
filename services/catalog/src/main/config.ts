import { authConfig } from '@quayside/http';
import { kafkaConfig, kafkaSignInIsComplete } from '@quayside/messaging';
import { booleanField, jobConfig, processConfig, serviceUrl } from '@quayside/runtime';
import { z } from 'zod';

const databaseUrl = serviceUrl(['postgres', 'postgresql'], 'the catalog database');

export const catalogConfig = z
  .object({
    ...processConfig,
    ...authConfig,
    DATABASE_URL: databaseUrl,
    ...kafkaConfig,
  })
  .check(kafkaSignInIsComplete);
export type CatalogConfig = z.infer<typeof catalogConfig>;

export const migrateConfig = z.object({
  ...jobConfig,
  DATABASE_URL: databaseUrl,
  SEED_DEMO_DATA: booleanField(false, 'fill an empty catalog with the demo shop'),
});
