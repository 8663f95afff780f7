import { z } from 'zod';
import { timestamp } from '../shared/ids.ts';

/** What a shopper can do here. */
export const shopPartName = z.enum(['browse', 'basket', 'checkout', 'sign-in', 'orders']);
export type ShopPartName = z.infer<typeof shopPartName>;

/** Answer of `GET /status.json`: whether each part works, in words for shoppers. */
export const shopStatus = z
  .object({
    at: timestamp,
    state: z.enum(['works', 'disturbed', 'down']),
    parts: z.array(
      z.object({
        name: shopPartName,
        title: z.string(),
        /** `disturbed`: not as well as usual. */
        state: z.enum(['works', 'disturbed', 'down']),
        detail: z.string(),
      }),
    ),
  })
  .meta({ id: 'ShopStatus' });
export type ShopStatus = z.infer<typeof shopStatus>;
export type ShopState = ShopStatus['state'];
