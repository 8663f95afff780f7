import { carryOverFields, serviceConfig } from '@quayside/chassis';
import { authConfig, serviceCallConfig } from '@quayside/http';
import { mongoConfig } from '@quayside/mongo';
import { integerField, jobConfig, secretField, serviceUrl, timeZoneConfig } from '@quayside/runtime';
import { z } from 'zod';

const amounts = z
  .string()
  .regex(/^[A-Z]{3} \d{1,9}(, ?[A-Z]{3} \d{1,9})*$/, 'must be amounts such as USD 100, EUR 90');
const line = z.string().trim().max(200);

/** Who sells, as it stands on papers. There is no default: nobody's invoices are to name a made-up company. */
const sellerConfig = {
  SELLER_NAME: line.min(1).describe('who sells, as it stands on invoices'),
  SELLER_ADDRESS: line.min(1).describe('its address, with semicolons between the lines'),
  SELLER_CONTACT: line.min(1).describe('where whoever holds an invoice can write to'),
  SELLER_TAX_ID: line.default('').describe('its number for tax, where it has one'),
  SELLER_IMPRINT: line.default('').describe('what else has to stand on its letters, such as a register'),
  ...timeZoneConfig,
};

export const apiConfig = serviceConfig({
  ...authConfig,
  ...mongoConfig,
  ...serviceCallConfig,
  ...sellerConfig,
  STEP_UP_REFUND_LIMIT: amounts
    .default('USD 50, EUR 50')
    .describe('what of an order goes back in all without a recent sign-in of the staff, in whole units'),
  SUPPORT_REFUND_LIMIT: amounts
    .default('USD 100, EUR 100')
    .describe('what support may give back of an order in all, in whole units; an admin has no limit'),
});

export const workerConfig = serviceConfig({
  ...mongoConfig,
  ...serviceCallConfig,
  ...sellerConfig,
  BASKET_URL: serviceUrl(['http', 'https'], 'Basket, which is asked who checked out'),
  IDENTITY_URL: serviceUrl(['http', 'https'], 'Identity, which is asked who confirmed an address'),
  GRACE_PERIOD_SECONDS: integerField(
    0,
    86_400,
    60,
    'how long a new order can be cancelled before it moves on',
  ),
  STOCK_HOLD_SECONDS: integerField(
    0,
    86_400,
    1800,
    'how long stock is held for another card when the first was declined',
  ),
  CONFIRM_SECONDS: integerField(
    1,
    3600,
    900,
    'how long a buyer may take to confirm a payment; then it counts as declined',
  ),
  PUBLIC_ORIGIN: serviceUrl(['http', 'https'], 'the shop, where banks send buyers back to'),
  PAYMENT_URL: serviceUrl(['http', 'https'], 'API of the payment company'),
  PAYMENT_API_KEY: secretField('key of the payment company', { minLength: 16 }),
  PAYMENT_TIMEOUT_MS: integerField(50, 60_000, 5000, 'how long one call to the payment company may take'),
  CHARGE_CONCURRENCY: integerField(1, 200, 16, 'charges and refunds of this process at one time'),
  LEASE_MS: integerField(100, 600_000, 15_000, 'how long work of a crashed worker waits for another'),
});

export const initiateConfig = z.object({
  ...jobConfig,
  MONGODB_URL: serviceUrl(['mongodb'], 'the one MongoDB server that becomes a replica set of one'),
});

export const carryOverConfig = z.object({
  ...jobConfig,
  ...mongoConfig,
  ...carryOverFields,
  TAX_BASIS_POINTS: integerField(
    0,
    10_000,
    800,
    'the sales tax that release 0.1 took, in 1/100 of a percent; the shop begins with it',
  ),
});

export const seedManyConfig = z.object({
  ...jobConfig,
  ...mongoConfig,
  ...sellerConfig,
  ORDERS: integerField(1, 10_000_000, 400_000, 'how many orders to add, of two and a half lines each'),
  DAYS: integerField(1, 3650, 730, 'over how many days up to now they were placed'),
  CUSTOMERS: integerField(1, 10_000_000, 50_000, 'of how many customers they are'),
  VARIANTS: integerField(1, 10_000_000, 150_000, 'how many variants the catalog has'),
  SALES_FILE: z.string().min(1).describe('where the sales go that Marketing is to count'),
});
