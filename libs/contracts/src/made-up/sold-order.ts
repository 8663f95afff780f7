import { z } from 'zod';
import { money } from '../shared/money.ts';
import { orderId, timestamp } from '../shared/ids.ts';

/** What is counted of a made-up order: a line of the file by which a shop that is made up to be large knows its sales. */
export const soldOrder = z.strictObject({
  orderId,
  placedAt: timestamp,
  total: money,
  /** `amount` in minor units. */
  lines: z.array(z.strictObject({ itemId: z.int(), name: z.string(), quantity: z.int(), amount: z.int() })),
  paidAt: timestamp.optional(),
  cancelledAt: timestamp.optional(),
  refunded: z.array(z.strictObject({ at: timestamp, amount: money })),
  returned: z.array(z.strictObject({ id: z.string(), at: timestamp, units: z.int() })),
});
export type SoldOrder = z.infer<typeof soldOrder>;
