import type { OwnReview } from '@quayside/contracts';
import { useLocale, useTranslations } from 'next-intl';
import { productPath } from '../../i18n/product-path.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { LocalDay } from '../../ui/local-day.tsx';
import { Stars } from '../../ui/stars.tsx';

/** All that somebody wrote, each beside its product. */
export const OwnReviews = ({ reviews }: { reviews: readonly OwnReview[] }) => {
  const t = useTranslations('reviews');
  const locale = useLocale();
  return reviews.length === 0 ? (
    <p className="max-w-prose text-ink-soft">{t('noneOfYours')}</p>
  ) : (
    <ul className="max-w-prose divide-y divide-rule">
      {reviews.map(({ id, product, stars, title, state, writtenAt }) => (
        <li key={id} className="py-3 first:pt-0">
          <AppLink
            href={`${productPath(locale, product)}#reviews`}
            className="font-semibold underline underline-offset-4"
          >
            {product.name}
          </AppLink>
          <span className="mt-1 flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
            <Stars value={stars} />
            <span className="sr-only">{t('ofFive', { stars })}</span>
            <span className="wrap-anywhere">{title}</span>
            <span>
              <LocalDay at={writtenAt} />, {t(`states.${state}`)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
};
