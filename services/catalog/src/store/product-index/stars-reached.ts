import { ratingOf } from '../reviews/rating-of.ts';
import type { IndexedProduct } from './indexed-product.ts';

/** From one star up to what a product is shown to have; none where nobody reviewed it. */
export const starsReached = ({
  ratingSum,
  ratingCount,
}: Pick<IndexedProduct, 'ratingSum' | 'ratingCount'>): { id: number; slug: string; name: string }[] => {
  if (ratingCount === 0) return [];
  const whole = Math.floor(ratingOf(ratingSum, ratingCount).average);
  return Array.from({ length: whole }, (_, at) => ({
    id: at + 1,
    slug: String(at + 1),
    name: String(at + 1),
  }));
};
