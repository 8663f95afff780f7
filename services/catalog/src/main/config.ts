import { serviceConfig } from '@quayside/chassis';
import { authConfig } from '@quayside/http';
import { postgresConfig } from '@quayside/postgres';
import { booleanField, jobConfig } from '@quayside/runtime';
import { z } from 'zod';

export const catalogConfig = serviceConfig({ ...authConfig, ...postgresConfig });

export const migrateConfig = z.object({
  ...jobConfig,
  ...postgresConfig,
  SEED_DEMO_DATA: booleanField(false, 'fill an empty catalog with the demo shop'),
});
