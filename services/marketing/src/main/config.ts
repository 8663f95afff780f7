import { serviceConfig } from '@quayside/chassis';
import { authConfig, serviceCallConfig } from '@quayside/http';
import { isEmail } from '@quayside/contracts/email';
import { postgresConfig } from '@quayside/postgres';
import { booleanField, integerField, jobConfig, serviceUrl } from '@quayside/runtime';
import { z } from 'zod';

const isTimeZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

export const marketingConfig = serviceConfig({
  ...authConfig,
  ...postgresConfig,
  ...serviceCallConfig,
  IDENTITY_URL: serviceUrl(['http', 'https'], 'Identity, which is asked whom a mail goes to'),
  ORDERING_URL: serviceUrl(
    ['http', 'https'],
    'Ordering, which is asked about the order that a mail tells of',
  ),
  BASKET_URL: serviceUrl(['http', 'https'], 'Basket, which is asked what a link that is mailed asks to pay'),
  PUBLIC_ORIGIN: serviceUrl(['http', 'https'], 'the shop, as mails link to it'),
  SMTP_URL: serviceUrl(['smtp', 'smtps'], 'the mail server').default('smtp://127.0.0.1:1025'),
  SHOP_TIME_ZONE: z
    .string()
    .refine((zone) => isTimeZone(zone), 'must be a time zone of IANA, such as Europe/Vienna')
    .default('UTC')
    .describe('where a day begins, on invoices and in the sales figures; a change holds from then on'),
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
