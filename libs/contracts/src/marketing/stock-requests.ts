import { z } from 'zod';
import { languageTag, writtenEmail } from '../shared/contact.ts';
import { itemId, timestamp } from '../shared/ids.ts';

/** What somebody waits for, as they see it. */
export const stockRequest = z
  .object({
    item: z.object({ id: itemId, slug: z.string(), name: z.string() }),
    askedAt: timestamp,
  })
  .meta({ id: 'StockRequest' });
export type StockRequest = z.infer<typeof stockRequest>;

export const stockRequestList = z.object({ items: z.array(stockRequest) }).meta({ id: 'StockRequestList' });

/** Body of `POST /api/v1/stock-requests`: of somebody without an account. */
export const guestStockRequest = z
  .strictObject({ itemId, email: writtenEmail, locale: languageTag.optional() })
  .meta({ id: 'GuestStockRequest' });
export type GuestStockRequest = z.infer<typeof guestStockRequest>;

/** What a mailed link says after its `#`: what it is about, and the proof that we made it. */
export const stockLink = z
  .strictObject({ link: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[A-Za-z0-9_-]{43}$/) })
  .meta({ id: 'StockLink' });

/** Answer of `POST /api/v1/stock-requests/confirmation`. */
export const confirmedStockRequest = stockRequest.pick({ item: true }).meta({ id: 'ConfirmedStockRequest' });
