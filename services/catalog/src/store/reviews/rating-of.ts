import type { Rating } from '../../usecases/reviews.ts';

/** With one decimal, as people read it. */
export const ratingOf = (sum: number, count: number): Rating => ({
  average: Math.round((sum / count) * 10) / 10,
  count,
});
