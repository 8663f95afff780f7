import type { Rating } from '@quayside/contracts';
import { useFormatter, useTranslations } from 'next-intl';
import { classNames } from './class-names.ts';
import { Stars } from './stars.tsx';

/** What reviews come to, in stars and words. */
export const RatingMark = ({
  rating: { average, count },
  className,
}: {
  rating: Rating;
  className?: string;
}) => {
  const t = useTranslations('reviews');
  const format = useFormatter();
  const shown = format.number(average, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <span className={classNames('inline-flex items-center gap-2 text-sm text-ink-soft', className)}>
      <Stars value={average} />
      <span className="sr-only">{t('ratedBy', { average: shown, count })}</span>
      <span aria-hidden className="figures">
        {shown} ({count})
      </span>
    </span>
  );
};
