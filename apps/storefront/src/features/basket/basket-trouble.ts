import type { Problem } from '@quayside/contracts';

const messages: Record<string, string> = {
  'item-not-found': 'We no longer have this item.',
  'item-not-active': 'This item is not sold at present.',
  'basket-full': 'Your basket holds as many different items as it can.',
  'invalid-quantity': 'That is more than a basket can hold of one item.',
  'malformed-request': 'That is more than a basket can hold of one item.',
  'basket-currency-mixed': 'Not everything in the basket has a price in this currency.',
  'country-not-sold-to': 'We do not send to this country.',
  'currency-not-sold-in': 'Orders to this country are not paid in this currency.',
  'shipping-method-unknown': 'We no longer send there in this way.',
  unreachable: 'We could not reach the shop. Check your connection and try again.',
};

/** What to tell the shopper when a change of the basket is refused. */
export const basketTrouble = (problem: Problem): string =>
  messages[problem.code] ?? 'Something went wrong on our side. Your basket is as it was; please try again.';
