import { serviceConfig } from '@quayside/chassis';
import { serviceCallConfig } from '@quayside/http';
import { postgresConfig } from '@quayside/postgres';
import { booleanField, jobConfig, serviceUrl } from '@quayside/runtime';
import { z } from 'zod';

export const marketingConfig = serviceConfig({
  ...postgresConfig,
  ...serviceCallConfig,
  IDENTITY_URL: serviceUrl(['http', 'https'], 'Identity, which is asked whom a mail goes to'),
  PUBLIC_ORIGIN: serviceUrl(['http', 'https'], 'the shop, as mails link to it'),
  SMTP_URL: serviceUrl(['smtp', 'smtps'], 'the mail server').default('smtp://127.0.0.1:1025'),
  MAIL_FROM: z.string().min(3).default('Quayside <crew@quayside.test>').describe('sender of all mails'),
});

export const migrateConfig = z.object({
  ...jobConfig,
  ...postgresConfig,
  SEED_DEMO_DATA: booleanField(false, 'make two running campaigns'),
});
