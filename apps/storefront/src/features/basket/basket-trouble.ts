import { maxQuantity, type Problem } from '@quayside/contracts';
import type { Words } from '../../i18n/words.ts';

const known = [
  'item-not-found',
  'item-not-active',
  'basket-full',
  'wishlist-full',
  'invalid-quantity',
  'malformed-request',
  'basket-currency-mixed',
  'country-not-sold-to',
  'currency-not-sold-in',
  'shipping-method-unknown',
  'coupon-not-valid',
  'insufficient-stock',
  'unreachable',
] as const;

/** What to tell the shopper when a change of the basket is refused. */
export const basketTrouble = (problem: Problem, t: Words<'basket'>): string => {
  const code = known.find((one) => one === problem.code);
  return code ? t(`trouble.${code}`) : t('trouble.other');
};

/** What a refusal for too little stock says of the one item that was to go in. */
interface Shortage {
  readonly requested: number;
  readonly available: number;
}

const shortageOf = (problem: Problem & { readonly lines?: readonly Shortage[] }): Shortage | undefined =>
  problem.code === 'insufficient-stock' ? problem.lines?.[0] : undefined;

/** The same for one who wanted to put `more` in. */
export const addTrouble = (problem: Problem, more: number, t: Words<'basket'>): string => {
  const short = shortageOf(problem);
  if (!short) return basketTrouble(problem, t);
  const { requested, available } = short;
  const held = requested - more;
  if (available === 0) return t('short.soldOut', { held });
  const rest = Math.max(available - held, 0);
  return t(available < maxQuantity ? 'short.there' : 'short.most', { available, held, rest });
};
