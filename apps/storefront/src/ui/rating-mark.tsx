import type { Rating } from '@quayside/contracts';
import { classNames } from './class-names.ts';
import { Stars } from './stars.tsx';

/** What reviews come to, in stars and words. */
export const RatingMark = ({
  rating: { average, count },
  className,
}: {
  rating: Rating;
  className?: string;
}) => (
  <span className={classNames('inline-flex items-center gap-2 text-sm text-ink-soft', className)}>
    <Stars value={average} />
    <span className="figures">
      <span className="sr-only">Rated </span>
      {average.toFixed(1)}
      <span className="sr-only"> of 5 stars by </span> ({count}
      <span className="sr-only"> {count === 1 ? 'review' : 'reviews'}</span>)
    </span>
  </span>
);
