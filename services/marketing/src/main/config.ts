import { carryOverFields, serviceConfig } from '@quayside/chassis';
import { authConfig, serviceCallConfig } from '@quayside/http';
import { isEmail } from '@quayside/contracts/email';
import { postgresConfig } from '@quayside/postgres';
import {
  booleanField,
  integerField,
  jobConfig,
  secretField,
  serviceUrl,
  timeZoneConfig,
} from '@quayside/runtime';
import { z } from 'zod';

export const marketingConfig = serviceConfig({
  ...authConfig,
  ...postgresConfig,
  ...serviceCallConfig,
  ...timeZoneConfig,
  IDENTITY_URL: serviceUrl(['http', 'https'], 'Identity, which is asked whom a mail goes to'),
  ORDERING_URL: serviceUrl(
    ['http', 'https'],
    'Ordering, which is asked about the order that a mail tells of',
  ),
  BASKET_URL: serviceUrl(['http', 'https'], 'Basket, which is asked what a link that is mailed asks to pay'),
  GATEWAY_CLIENT_SECRET: secretField('secret of the OpenID client quayside-gateway').default(
    'dev-gateway-client-secret',
  ),
  PUBLIC_ORIGIN: serviceUrl(['http', 'https'], 'the shop, as mails link to it'),
  VAPID_PRIVATE_KEY: secretField(
    'key by which push services of browsers know the shop; absent: browsers are told of nothing',
  ).optional(),
  PUSH_SERVICES_ALLOWED: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((address) => address.trim())
        .filter((address) => address !== ''),
    )
    .describe('private addresses that push services may have, by comma; public ones may be anyway'),
  SMTP_URL: serviceUrl(['smtp', 'smtps'], 'the mail server').default('smtp://127.0.0.1:1025'),
  REVIEW_REQUEST_AFTER_DAYS: integerField(
    0,
    90,
    10,
    'days after a delivery in which its buyer is asked for reviews; 0: never',
  ),
  SELLER_CONTACT: z
    .string()
    .refine(isEmail, 'must be an e-mail address')
    .describe('where what people write on the contact page goes'),
  MAIL_FROM: z.string().min(3).default('Quayside <crew@quayside.test>').describe('sender of all mails'),
});

export const migrateConfig = z.object({
  ...jobConfig,
  ...postgresConfig,
  SEED_DEMO_DATA: booleanField(false, 'make two running campaigns'),
});

export const carryOverConfig = z.object({ ...jobConfig, ...postgresConfig, ...carryOverFields });

export const countManyConfig = z.object({
  ...jobConfig,
  ...postgresConfig,
  ...timeZoneConfig,
  SALES_FILE: z.string().min(1).describe('the sales that the generator of orders wrote down'),
});
