import { questionPage } from '../catalog/questions.ts';
import { reviewPage } from '../catalog/reviews.ts';
import { z } from 'zod';
import { basket } from '../basket/http.ts';
import { wishedItems } from '../basket/wishlist.ts';
import { itemType } from '../catalog/brands-and-types.ts';
import { product } from '../catalog/product.ts';
import { productCard } from '../catalog/product-list.ts';
import { session } from '../identity/session.ts';
import { campaign } from '../marketing/http.ts';

/**
 * Screen-shaped reads of the gateway: one answer per page. A part whose service does not answer is absent
 * (`campaigns`, `related`), so a page stays usable while a side service is down.
 */
export const homeScreen = z
  .object({
    types: z.array(itemType),
    featured: z.array(productCard),
    newest: z.array(productCard),
    campaigns: z.array(campaign).optional(),
  })
  .meta({ id: 'HomeScreen' });
export type HomeScreen = z.infer<typeof homeScreen>;

export const productScreen = z
  .object({
    product,
    related: z.array(productCard).optional(),
    /** Often in one order with it. */
    together: z.array(productCard).optional(),
    campaigns: z.array(campaign).optional(),
    /** The most helpful ones. */
    reviews: reviewPage.optional(),
    /** Those that have answers first. */
    questions: questionPage.optional(),
  })
  .meta({ id: 'ProductScreen' });
export type ProductScreen = z.infer<typeof productScreen>;

export const checkoutScreen = z
  .object({
    basket,
    /** Absent of a guest. */
    user: z.object({ name: z.string(), email: z.string() }).optional(),
    payment: z.object({ formUrl: z.string() }),
  })
  .meta({ id: 'CheckoutScreen' });
export type CheckoutScreen = z.infer<typeof checkoutScreen>;

/** What the frame around every page shows of the visitor. `basket` is absent when it does not come in time. */
export const pageFrame = z
  .object({
    user: session.shape.user,
    basket: basket.optional(),
    wishes: wishedItems.shape.items.optional(),
  })
  .meta({ id: 'PageFrame' });
export type PageFrame = z.infer<typeof pageFrame>;
