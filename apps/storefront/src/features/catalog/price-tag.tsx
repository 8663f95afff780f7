import type { ProductVariant } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { useMoney } from '../../ui/use-money.ts';

/** What it costs, and what it cost before where that is shown; then also its lowest price of the 30 days before. */
export const PriceTag = ({ price }: { price: ProductVariant['price'] }) => {
  const t = useTranslations('catalog');
  const money = useMoney();
  return (
    <span className="figures inline-flex flex-wrap items-baseline gap-x-3 font-serif text-3xl">
      <span data-testid="price" className={price.compareAt ? 'text-flag-red' : undefined}>
        {money(price)}
      </span>
      {price.compareAt && (
        <span className="text-lg text-ink-faint">
          <span className="sr-only">{t('before')} </span>
          <s>{money({ amount: price.compareAt, currency: price.currency })}</s>
        </span>
      )}
      {price.compareAt && price.lowestPrior !== undefined && (
        <span className="w-full font-sans text-sm text-ink-soft">
          {t('lowestPrior', {
            price: money({ amount: price.lowestPrior, currency: price.currency }),
          })}
        </span>
      )}
    </span>
  );
};
