import { serviceConfig } from '@quayside/chassis';
import { serviceCallConfig, staffConfig } from '@quayside/http';
import { postgresConfig } from '@quayside/postgres';
import { booleanField, integerField, jobConfig, secretField, serviceUrl } from '@quayside/runtime';
import { z } from 'zod';

const sealing = {
  ACCOUNT_KEYS: secretField(
    'keys that seal links in mails, second factors and signing keys, the newest first, by comma',
    { isList: true },
  ).default('dev-account-sealing-key'),
};

export const identityConfig = serviceConfig({
  ...postgresConfig,
  ...serviceCallConfig,
  ...staffConfig,
  PUBLIC_ORIGIN: serviceUrl(
    ['http', 'https'],
    'the one origin the browser sees, for example http://localhost:8080',
  ),
  GATEWAY_CLIENT_SECRET: secretField('secret of the OpenID client quayside-gateway').default(
    'dev-gateway-client-secret',
  ),
  MACHINE_CLIENT_SECRET: secretField('secret of the OpenID client quayside-machine').default(
    'dev-machine-client-secret',
  ),
  COOKIE_KEYS: secretField('keys that sign cookies, the newest first, by comma', { isList: true }).default(
    'dev-cookie-signing-key',
  ),
  ...sealing,
  SMTP_URL: serviceUrl(['smtp', 'smtps'], 'the mail server').default('smtp://127.0.0.1:1025'),
  MAIL_FROM: z.string().min(3).default('Quayside <crew@quayside.test>').describe('sender of all mails'),
});

export const migrateConfig = z.object({
  ...jobConfig,
  ...postgresConfig,
  SEED_DEMO_DATA: booleanField(false, 'make the demo accounts'),
});

export const rotateConfig = z.object({ ...jobConfig, ...postgresConfig, ...sealing });

export const setAdminConfig = z.object({
  ...jobConfig,
  ...postgresConfig,
  USER_EMAIL: z.string().min(3).describe('e-mail address of the account'),
  ADMIN: booleanField(true, 'whether the account is an admin from now on'),
});

export const seedManyConfig = z.object({
  ...jobConfig,
  ...postgresConfig,
  CUSTOMERS: integerField(1, 10_000_000, 50_000, 'how many customers to add'),
});
