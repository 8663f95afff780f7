'use client';

import type { Review } from '@quayside/contracts';
import { ThumbsUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { fetchReviews, findHelpful, unfindHelpful } from '../../api/browser/reviews.ts';
import { button } from '../../ui/button.ts';
import { LocalDay } from '../../ui/local-day.tsx';
import { SortedList } from '../../ui/sorted-list.tsx';
import { Stars } from '../../ui/stars.tsx';
import { useFoundHelpful } from './found-helpful.tsx';

const troubleOf = (code: string) => {
  if (code === 'unauthenticated' || code === 'not-signed-in') return 'signInToSay';
  return code === 'review-is-your-own' ? 'isYourOwn' : 'failed';
};

const HelpfulButton = ({ review }: { review: Review }) => {
  const t = useTranslations('reviews');
  const wasSaid = useFoundHelpful().has(review.id);
  const [saidNow, setSaidNow] = useState<boolean>();
  const said = saidNow ?? wasSaid;
  const [trouble, setTrouble] = useState<string>();
  const toggle = async () => {
    const result = await (said ? unfindHelpful(review.id) : findHelpful(review.id));
    setTrouble(result.ok ? undefined : t(troubleOf(result.problem.code)));
    if (result.ok) setSaidNow(!said);
  };
  // What was said before the page was made is counted in it.
  const count = review.helpful + Number(said) - Number(wasSaid);
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <button
        type="button"
        aria-pressed={said}
        onClick={() => void toggle()}
        className={button('bare', '-ml-2 min-h-9! px-2 text-sm')}
      >
        <ThumbsUp size={15} aria-hidden className={said ? 'fill-flag-yellow' : undefined} /> {t('helpful')}
        {count > 0 && <span className="figures"> ({count})</span>}
      </button>
      <span role="status" className="text-sm text-ink-soft">
        {trouble}
      </span>
    </span>
  );
};

const ReviewEntry = ({ review }: { review: Review }) => {
  const t = useTranslations('reviews');
  return (
    <li className="border-b border-rule py-6 first:pt-0">
      <article>
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
          <Stars value={review.stars} />
          <span className="sr-only">{t('ofFive', { stars: review.stars })}</span>
          <span className="font-medium text-ink wrap-anywhere">{review.author}</span>
          <LocalDay at={review.writtenAt} />
        </p>
        <h3 className="mt-2 text-xl wrap-anywhere">{review.title}</h3>
        <p className="mt-2 max-w-prose whitespace-pre-line wrap-anywhere text-ink-soft">{review.body}</p>
        {review.reply && (
          <div className="mt-4 max-w-prose border-l-4 border-glass bg-glass-soft px-4 py-3">
            <p className="marginalia">{t('answers')}</p>
            <p className="mt-1 whitespace-pre-line wrap-anywhere">{review.reply}</p>
          </div>
        )}
        <div className="mt-2">
          <HelpfulButton review={review} />
        </div>
      </article>
    </li>
  );
};

/** The reviews, more of them by a button, the newest or the most helpful first. */
export const ReviewList = ({ slug, first, total }: { slug: string; first: Review[]; total: number }) => {
  const t = useTranslations('reviews');
  return (
    <SortedList
      first={first}
      total={total}
      sorts={{ helpful: t('helpedMost'), newest: t('newest') }}
      words={{ showFirst: t('showFirst'), more: t('more'), notLoaded: t('notLoaded') }}
      fetchPage={(wanted) => fetchReviews(slug, wanted)}
    >
      {(review) => <ReviewEntry key={review.id} review={review} />}
    </SortedList>
  );
};
