import { z } from 'zod';
import { adminListQuery } from '../shared/admin-list.ts';
import { aggregateVersion, timestamp, userId } from '../shared/ids.ts';
import { money } from '../shared/money.ts';
import { pageOf } from '../shared/page.ts';
import { printableText } from '../shared/text.ts';
import { staffRole } from './session.ts';
import { account } from './user.ts';

/** A customer as a row of the staff's list. What the orders come to is Ordering's word, which follows within moments. */
export const customerRow = z
  .object({
    id: userId,
    name: z.string(),
    email: z.string(),
    registeredAt: timestamp,
    /** Cannot sign in. */
    isDisabled: z.boolean(),
    orders: z.int(),
    /** What was charged and did not go back, each currency for itself. */
    spend: z.array(money),
    lastOrderAt: timestamp.optional(),
  })
  .meta({ id: 'CustomerRow' });
export type CustomerRow = z.infer<typeof customerRow>;

export const customerPage = pageOf(customerRow)
  .extend({
    /** There are more than `totalItems`, which were not counted. */
    isMore: z.boolean(),
  })
  .meta({ id: 'CustomerPage' });
export type CustomerPage = z.infer<typeof customerPage>;

/** `q`: words each of which begins a part of the name or the e-mail address. */
export const customerQuery = z.strictObject({
  ...adminListQuery(['name', 'registered', 'orders', 'last-order']),
  state: z.enum(['active', 'disabled']).optional(),
});
/** Query of an export: all that a list would show. */
export const customerExportQuery = customerQuery.pick({ q: true, state: true });
export type CustomerQueryInput = z.input<typeof customerQuery>;

/** Somewhere that somebody is signed in. */
const signInSession = z.object({
  begunAt: timestamp,
  /** When it last showed that it goes on. */
  renewedAt: timestamp.optional(),
  until: timestamp,
});

const customerNote = z
  .object({
    id: z.string(),
    at: timestamp,
    /** Without a name once the account is deleted. */
    staff: z.object({ id: z.string(), name: z.string().optional() }),
    text: z.string(),
  })
  .meta({ id: 'CustomerNote' });

/** A customer with all that Identity knows of them. */
export const customer = customerRow
  .extend({
    locale: z.string(),
    /** None for whoever is a shopper and nothing else. */
    roles: z.array(staffRole),
    sessions: z.array(signInSession),
    /** The newest first. */
    notes: z.array(customerNote),
    version: aggregateVersion,
  })
  .meta({ id: 'Customer' });
export type Customer = z.infer<typeof customer>;

export const newCustomerNote = z
  .strictObject({
    text: printableText(2000),
  })
  .meta({ id: 'NewCustomerNote' });

export const customerState = z.strictObject({ isDisabled: z.boolean() }).meta({ id: 'CustomerState' });

/** All that Identity keeps of somebody, for them to have. */
export const customerFile = z
  .object({ account, sessions: z.array(signInSession) })
  .meta({ id: 'CustomerFile' });
