import { carryOverFields, serviceConfig } from '@quayside/chassis';
import { serviceCallConfig, staffConfig, staffIdleConfig } from '@quayside/http';
import { kafkaConfig, kafkaSignInIsComplete } from '@quayside/messaging';
import { postgresConfig } from '@quayside/postgres';
import { booleanField, integerField, jobConfig, secretField, serviceUrl } from '@quayside/runtime';
import { z } from 'zod';

const isThisMachine = (host: string): boolean => ['localhost', '127.0.0.1'].includes(host);

const outsideProvider = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
    label: z.string().min(1).max(40),
    issuer: z.url({ protocol: /^https?$/ }).refine((url) => {
      const { protocol, hostname } = new URL(url);
      return protocol === 'https:' || isThisMachine(hostname);
    }, 'is not https'),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1).optional(),
    /** In place of the secret. */
    clientSecretFile: z.string().min(1).optional(),
    trustsEmail: z.boolean().default(false),
  })
  .refine(
    ({ clientSecret, clientSecretFile }) => (clientSecret === undefined) !== (clientSecretFile === undefined),
    'needs either clientSecret or clientSecretFile',
  );

const outsideProviders = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue('is no JSON');
      return z.NEVER;
    }
  })
  .pipe(
    z
      .array(outsideProvider)
      .max(6)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'names one twice'),
  );

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
  ...staffIdleConfig,
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
  OUTSIDE_PROVIDERS: outsideProviders
    .default([])
    .describe('other OpenID providers by which people may sign in, as JSON; see docs/operations.md'),
  SMTP_URL: serviceUrl(['smtp', 'smtps'], 'the mail server').default('smtp://127.0.0.1:1025'),
  MAIL_FROM: z.string().min(3).default('Quayside <crew@quayside.test>').describe('sender of all mails'),
});

export const migrateConfig = z.object({
  ...jobConfig,
  ...postgresConfig,
  SEED_DEMO_DATA: booleanField(false, 'make the demo accounts'),
});

export const rotateConfig = z.object({ ...jobConfig, ...postgresConfig, ...sealing });

export const carryOverConfig = z
  .object({
    ...jobConfig,
    ...postgresConfig,
    ...kafkaConfig,
    ...sealing,
    ...carryOverFields,
    FORGET_DEAD_LETTERS: booleanField(false, 'dead letters that name people were looked at, and may go'),
  })
  .check(kafkaSignInIsComplete);

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
