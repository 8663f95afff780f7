import { z } from 'zod';
import { adminListQuery } from '../shared/admin-list.ts';
import { aggregateVersion, itemId, orderId, timestamp } from '../shared/ids.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { printableLine } from '../shared/text.ts';
import { productId } from './product-changes.ts';

/** The stock of a variant as staff see it. */
export const stockLevel = z
  .object({
    itemId,
    productId,
    sku: z.string(),
    /** Of the product, with the values of its options. */
    name: z.string(),
    onHand: z.int(),
    reserved: z.int(),
    available: z.int(),
    /** With this many or fewer to be had it is time to order more. */
    lowThreshold: z.int(),
    version: aggregateVersion,
  })
  .meta({ id: 'StockLevel' });
export type StockLevel = z.infer<typeof stockLevel>;
export const stockLevelPage = pageOf(stockLevel).meta({ id: 'StockLevelPage' });

/** Query of `GET /api/v1/admin/catalog/stock`; `q` is the beginning of a SKU. */
export const stockQuery = z.strictObject({
  ...adminListQuery(['sku', 'available']),
  level: z.enum(['low', 'out']).optional(),
});
export type StockQuery = z.input<typeof stockQuery>;

/** Body of `PUT /api/v1/admin/catalog/stock/{itemId}/threshold`. */
export const stockThreshold = z
  .strictObject({ lowThreshold: z.int().min(0).max(1_000_000) })
  .meta({ id: 'StockThreshold' });

/** Body of `POST /api/v1/admin/catalog/stock/deliveries`: all of it is booked, or nothing. */
export const delivery = z
  .strictObject({
    /** What the sender calls it: it is booked once. */
    reference: printableLine(80),
    lines: z
      .array(z.strictObject({ sku: printableLine(64), quantity: z.int().min(1).max(1_000_000) }))
      .min(1)
      .max(500)
      .refine((all) => new Set(all.map(({ sku }) => sku)).size === all.length, 'Each SKU once'),
  })
  .meta({ id: 'Delivery' });
export type Delivery = z.infer<typeof delivery>;
export const deliveryBooked = z.object({ items: z.array(stockLevel) }).meta({ id: 'DeliveryBooked' });

/** One entry of the journal; their sum is what is on hand. */
export const stockMovement = z
  .object({
    id: z.int(),
    kind: z.enum(['initial', 'adjusted', 'sold', 'returned']),
    delta: z.int(),
    orderId: orderId.optional(),
    reason: z.string().optional(),
    /** Without a name once the account is deleted. */
    madeBy: z.object({ id: z.string(), name: z.string().optional() }).optional(),
    madeAt: timestamp,
  })
  .meta({ id: 'StockMovement' });
export type StockMovement = z.infer<typeof stockMovement>;

/** The newest first. */
export const stockJournal = pageOf(stockMovement).extend({ level: stockLevel }).meta({ id: 'StockJournal' });
export const stockJournalQuery = z.strictObject(pageQuery);
