import { z } from 'zod';
import { itemId, wholeNumber } from '../shared/ids.ts';
import { money } from '../shared/money.ts';
import { otherNames } from '../shared/other-names.ts';
import { defineRoute } from '../shared/route.ts';

/** The most different items a wishlist may hold. */
export const maxWishes = 100;

export const wish = z
  .object({
    itemId,
    slug: z.string(),
    slugs: otherNames.optional(),
    name: z.string(),
    names: otherNames.optional(),
    /** In the currency of the reader's basket where it has a price in that, else in the shop's own. */
    unitPrice: money,
    pictureUrl: z.string(),
    /** Whether one could be bought now. */
    available: z.boolean(),
    availableStock: z.int(),
  })
  .meta({ id: 'Wish' });
export type Wish = z.infer<typeof wish>;

/** The newest first. What the catalog gave up is left out. */
export const wishlist = z
  .object({
    items: z.array(wish),
    /** What opens it to others, as long as it is shared. */
    share: z.string().optional(),
  })
  .meta({ id: 'Wishlist' });
export type Wishlist = z.infer<typeof wishlist>;

/** Of which product each wished item is, for whoever shows products. */
export const wishedItems = z.object({ items: z.array(wish.pick({ itemId: true, slug: true })) });
export type WishedItem = z.infer<typeof wishedItems>['items'][number];

const shareToken = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const oneItem = {
  path: '/api/v1/wishlist/items/:itemId',
  params: z.strictObject({ itemId: wholeNumber(itemId) }),
} as const;
const answers = { 200: { description: 'The wishlist as it is now', schema: wishlist } };
const unavailable = 'basket-unavailable' as const;

export const wishlistProblems = {
  'wishlist-full': { status: 409, title: 'The wishlist is full' },
  'wishlist-not-found': { status: 404, title: 'No wishlist is shared under this link' },
} as const;

export const wishlistRoutes = {
  getWishlist: defineRoute({
    method: 'get',
    path: '/api/v1/wishlist',
    summary: 'The own wishlist, at current prices',
    audience: 'shopper',
    answers,
    problems: [unavailable],
  }),
  addWish: defineRoute({
    ...oneItem,
    method: 'put',
    summary: 'Put an item on the wishlist; one that is on it stays where it is',
    audience: 'shopper',
    answers,
    problems: ['item-not-found', 'wishlist-full', unavailable],
  }),
  removeWish: defineRoute({
    ...oneItem,
    method: 'delete',
    summary: 'Take an item off the wishlist; taking off what is not on it is fine',
    audience: 'shopper',
    answers,
    problems: [unavailable],
  }),
  shareWishlist: defineRoute({
    method: 'put',
    path: '/api/v1/wishlist/share',
    summary: 'Let whoever has the link look at the wishlist; the link stays the same until it is taken back',
    audience: 'shopper',
    answers,
    problems: [unavailable],
  }),
  stopSharingWishlist: defineRoute({
    method: 'delete',
    path: '/api/v1/wishlist/share',
    summary: 'Take the link back: it opens nothing any more',
    audience: 'shopper',
    answers,
    problems: [unavailable],
  }),
  readSharedWishlist: defineRoute({
    method: 'get',
    path: '/api/v1/wishlists/:token',
    summary: 'A wishlist that somebody shares, at the prices of whoever looks at it',
    // Not for everybody: what is public may be shown again by the edge after it was taken back.
    audience: 'shopper',
    costs: 'search',
    params: z.strictObject({ token: shareToken }),
    answers: {
      200: {
        description: 'What is wished for, and nothing of who wishes',
        schema: wishlist.pick({ items: true }),
      },
    },
    problems: ['wishlist-not-found', unavailable],
  }),
  readWishedItems: defineRoute({
    method: 'get',
    path: '/internal/v1/wishlist/items',
    summary: 'Which items are on the wishlist, for the frame of a page',
    audience: 'shopper',
    answers: { 200: { description: 'Without prices', schema: wishedItems } },
    problems: [unavailable],
  }),
} as const;
