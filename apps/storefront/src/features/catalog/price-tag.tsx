import type { ProductVariant } from '@quayside/contracts';
import { formatMoney } from '../../ui/money.ts';

/** What it costs, and what it cost before where that is shown; then also its lowest price of the 30 days before. */
export const PriceTag = ({ price }: { price: ProductVariant['price'] }) => (
  <span className="figures inline-flex flex-wrap items-baseline gap-x-3 font-serif text-3xl">
    <span data-testid="price" className={price.compareAt ? 'text-flag-red' : undefined}>
      {formatMoney(price)}
    </span>
    {price.compareAt && (
      <span className="text-lg text-ink-faint">
        <span className="sr-only">before </span>
        <s>{formatMoney({ amount: price.compareAt, currency: price.currency })}</s>
      </span>
    )}
    {price.compareAt && price.lowestPrior !== undefined && (
      <span className="w-full font-sans text-sm text-ink-soft">
        Lowest price of the 30 days before:{' '}
        {formatMoney({ amount: price.lowestPrior, currency: price.currency })}
      </span>
    )}
  </span>
);
