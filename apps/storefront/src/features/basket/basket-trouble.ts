import { maxQuantity, type Problem } from '@quayside/contracts';
import { z } from 'zod';

const messages: Record<string, string> = {
  'item-not-found': 'We no longer have this item.',
  'item-not-active': 'This item is not sold at present.',
  'basket-full': 'Your basket holds as many different items as it can.',
  'wishlist-full': 'Your wishlist is full: take something off it first.',
  'invalid-quantity': 'That is more than a basket can hold of one item.',
  'malformed-request': 'That is more than a basket can hold of one item.',
  'basket-currency-mixed': 'Not everything in the basket has a price in this currency.',
  'country-not-sold-to': 'We do not send to this country.',
  'currency-not-sold-in': 'Orders to this country are not paid in this currency.',
  'shipping-method-unknown': 'We no longer send there in this way.',
  'coupon-not-valid': 'We do not know this code, or its time is not now.',
  'insufficient-stock': 'There are not so many of it.',
  unreachable: 'We could not reach the shop. Check your connection and try again.',
};

/** What to tell the shopper when a change of the basket is refused. */
export const basketTrouble = (problem: Problem): string =>
  messages[problem.code] ?? 'Something went wrong on our side. Your basket is as it was; please try again.';

const shortage = z.object({ lines: z.tuple([z.object({ requested: z.int(), available: z.int() })]) });

/** The same for one who wanted to put `more` in. */
export const addTrouble = (problem: Problem, more: number): string => {
  const short = shortage.safeParse(problem).data?.lines[0];
  if (problem.code !== 'insufficient-stock' || !short) return basketTrouble(problem);
  const held = short.requested - more;
  const there = thereAre(short.available);
  if (held === 0) return `${there}.`;
  const rest = Math.max(short.available - held, 0);
  return `${there}, and your basket holds ${held} already: ${rest === 0 ? 'no more can' : `${rest} more can`} go in.`;
};

const thereAre = (available: number): string => {
  if (available === 0) return 'It has just sold out';
  return available < maxQuantity ? `There are ${available} of it` : `A basket takes ${available} of one item`;
};
