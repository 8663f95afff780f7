import type { BasketLine } from '../domain/basket.ts';
import type { Owner } from '../usecases/ports.ts';

const day = 24 * 60 * 60;

/** How long, in seconds, things are kept in Redis. */
export const lifetimes = {
  guestBasket: 30 * day,
  guestWishlist: 30 * day,
  /** An emptied basket keeps its version until nobody can still be computing with an older one. */
  emptiedBasket: day,
  /** A repeat of a checkout gets the first one's answer this long. */
  checkout: 2 * day,
  /** Who checked out and where to is dropped when the order is submitted; an outage of Ordering is shorter than this. */
  details: 90 * day,
  /** What staff wrote down for somebody, since it was changed last or ordered. */
  draft: 30 * day,
};

/** Seconds to live of a basket whose lines were just ordered. */
export const emptiedLifetimeOf = ({ isDraft }: Owner): number =>
  isDraft ? lifetimes.draft : lifetimes.emptiedBasket;

/** Seconds to live of a basket just written; 0 is for ever. */
export function lifetimeOf(owner: Owner, lines: readonly BasketLine[]): number {
  if (lines.length === 0) return lifetimes.emptiedBasket;
  return owner.kind === 'guest' ? lifetimes.guestBasket : 0;
}
