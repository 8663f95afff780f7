import type { ReviewPage } from '@quayside/contracts';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'next-intl';
import { Stars } from '../../ui/stars.tsx';
import { ReviewList } from './review-list.tsx';

interface ReviewSectionProps {
  slug: string;
  /** The most helpful ones. */
  reviews: ReviewPage;
  /** What the visitor can do, which may come later. */
  own: ReactNode;
}

const Distribution = ({ counts, total }: { counts: readonly number[]; total: number }) => {
  const t = useTranslations('reviews');
  return (
    <ol reversed className="mt-5 space-y-1.5 text-sm" aria-label={t('distribution')}>
      {[5, 4, 3, 2, 1].map((stars) => {
        const count = counts[stars - 1] ?? 0;
        return (
          <li key={stars} className="grid grid-cols-[3.5rem_minmax(0,1fr)_2rem] items-center gap-3">
            <span>{t('stars', { stars })}</span>
            <svg aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-full">
              <rect width="100" height="8" className="fill-land" />
              <rect width={total === 0 ? 0 : (count / total) * 100} height="8" className="fill-note" />
            </svg>
            <span className="figures text-right text-ink-soft">{count}</span>
          </li>
        );
      })}
    </ol>
  );
};

/** What those say who bought the product. */
export const ReviewSection = ({ slug, reviews, own }: ReviewSectionProps) => {
  const t = useTranslations('reviews');
  const format = useFormatter();
  const { rating, distribution, items, totalItems } = reviews;
  return (
    <section id="reviews" aria-labelledby="reviews-title" className="mt-20 scroll-mt-6">
      <h2 id="reviews-title" className="mb-7 border-b border-ink pb-3 text-3xl">
        {t('title')}
      </h2>
      <div className="grid gap-x-16 gap-y-10 md:grid-cols-[18rem_minmax(0,1fr)]">
        <div>
          {rating ? (
            <>
              <p className="flex items-center gap-3">
                <span className="font-serif text-5xl">
                  {format.number(rating.average, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}
                </span>
                <span>
                  <Stars value={rating.average} size={20} />
                  <span className="block text-sm text-ink-soft">{t('from', { count: rating.count })}</span>
                </span>
              </p>
              <Distribution counts={distribution} total={rating.count} />
            </>
          ) : (
            <p className="text-ink-soft">{t('noneYet')}</p>
          )}
          <div className="mt-8">{own}</div>
        </div>
        {items.length > 0 && <ReviewList slug={slug} first={items} total={totalItems} />}
      </div>
    </section>
  );
};
