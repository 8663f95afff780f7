import { authConfig } from '@quayside/http';
import { booleanField, brokersField, processConfig, serviceUrl } from '@quayside/runtime';
import { z } from 'zod';

const databaseUrl = serviceUrl(['postgres', 'postgresql'], 'the catalog database');

export const catalogConfig = z.object({
  ...processConfig,
  ...authConfig,
  DATABASE_URL: databaseUrl,
  KAFKA_BROKERS: brokersField,
  KAFKA_TOPIC_PREFIX: z.string().default('').describe('stands before every topic and consumer group'),
});
export type CatalogConfig = z.infer<typeof catalogConfig>;

const { NODE_ENV, LOG_LEVEL, LOG_FORMAT } = processConfig;

export const migrateConfig = z.object({
  NODE_ENV,
  LOG_LEVEL,
  LOG_FORMAT,
  DATABASE_URL: databaseUrl,
  SEED_DEMO_DATA: booleanField(false, 'fill an empty catalog with the demo shop'),
});
