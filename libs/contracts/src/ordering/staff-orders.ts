import { z } from 'zod';
import { adminListQuery } from '../shared/admin-list.ts';
import { aggregateVersion, orderId, timestamp, userId, wholeNumber } from '../shared/ids.ts';
import { currency, money } from '../shared/money.ts';
import { pageOf } from '../shared/page.ts';
import { orderActions, orderStatus } from './http.ts';

/** The first axis: how far the order itself is. */
export const orderStage = z.enum(['submitted', 'awaiting-validation', 'confirmed', 'completed', 'cancelled']);
export type OrderStage = z.infer<typeof orderStage>;

/** The second: what money did. `due-back`: some is to go back and is not back yet. */
export const paymentState = z.enum([
  'none',
  'awaiting-buyer',
  'declined',
  'paid',
  'due-back',
  'partly-refunded',
  'refunded',
]);
export type PaymentState = z.infer<typeof paymentState>;

/** The third: where the goods are. `return-open`: something is on its way back, or to be decided on. */
export const fulfilmentState = z.enum([
  'none',
  'to-ship',
  'partly-shipped',
  'shipped',
  'delivered',
  'return-open',
  'returned',
]);
export type FulfilmentState = z.infer<typeof fulfilmentState>;

export const orderBuyer = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    /** Who bought without an account: there is no customer of that id. */
    isGuest: z.boolean().optional(),
  })
  .meta({ id: 'OrderBuyer' });

/** An order as a row of the staff's list. */
export const staffOrderRow = z
  .object({
    id: orderId,
    number: z.string(),
    placedAt: timestamp,
    buyer: orderBuyer,
    country: z.string(),
    total: money,
    units: z.int(),
    status: orderStatus,
    stage: orderStage,
    payment: paymentState,
    fulfilment: fulfilmentState,
    actions: orderActions,
    version: aggregateVersion,
  })
  .meta({ id: 'StaffOrderRow' });
export type StaffOrderRow = z.infer<typeof staffOrderRow>;

/** More are not counted: a list of so many is to be narrowed down, not leafed through. */
export const ordersCounted = 10_000;

export const staffOrderPage = pageOf(staffOrderRow)
  .extend({
    /** There are more than `totalItems`, which were not counted. */
    isMore: z.boolean(),
    /** What all that were found come to, by currency; absent where not all were counted. */
    totals: z.array(z.object({ orders: z.int(), total: money })).optional(),
  })
  .meta({ id: 'StaffOrderPage' });
export type StaffOrderPage = z.infer<typeof staffOrderPage>;

const amount = wholeNumber(z.int().min(0).max(Number.MAX_SAFE_INTEGER)).optional();

const filters = {
  /** Of one customer. */
  buyer: userId.optional(),
  status: orderStatus.optional(),
  stage: orderStage.optional(),
  payment: paymentState.optional(),
  fulfilment: fulfilmentState.optional(),
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** Placed from then on, and before. */
  from: timestamp.optional(),
  to: timestamp.optional(),
  currency: currency.optional(),
  /** Of the total, in minor units, both included. */
  minTotal: amount,
  maxTotal: amount,
};

/** `q`: words each of which begins a part of the order's number, the buyer's name or e-mail address. */
export const staffOrderQuery = z.strictObject({ ...adminListQuery(['placed', 'total']), ...filters });
export type StaffOrderQueryInput = z.input<typeof staffOrderQuery>;

const { q, sort } = staffOrderQuery.shape;
export const staffOrderExportQuery = z.strictObject({ q, sort, ...filters });
export type StaffOrderExportInput = z.input<typeof staffOrderExportQuery>;
