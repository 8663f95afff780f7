import { kafkaConfig, kafkaSignInIsComplete } from '@quayside/messaging';
import { booleanField, jobConfig, processConfig, serviceUrl } from '@quayside/runtime';
import { z } from 'zod';

const databaseUrl = serviceUrl(['postgres', 'postgresql'], 'the marketing database');

export const marketingConfig = z
  .object({
    ...processConfig,
    DATABASE_URL: databaseUrl,
    ...kafkaConfig,
    PUBLIC_ORIGIN: serviceUrl(['http', 'https'], 'the shop, as mails link to it'),
    SMTP_URL: serviceUrl(['smtp', 'smtps'], 'the mail server').default('smtp://127.0.0.1:1025'),
    MAIL_FROM: z.string().min(3).default('Quayside <crew@quayside.test>').describe('sender of all mails'),
  })
  .check(kafkaSignInIsComplete);
export type MarketingConfig = z.infer<typeof marketingConfig>;

export const migrateConfig = z.object({
  ...jobConfig,
  DATABASE_URL: databaseUrl,
  SEED_DEMO_DATA: booleanField(false, 'make two running campaigns'),
});
