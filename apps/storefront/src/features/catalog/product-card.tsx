import type { ProductCard as Card } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { AppLink } from '../../ui/app-link.tsx';
import { useProductPath } from '../../ui/use-product-path.ts';
import { useMoney } from '../../ui/use-money.ts';
import { Picture } from '../../ui/picture.tsx';
import { WishButton } from '../../ui/wishes/wish-button.tsx';
import { RatingMark } from '../../ui/rating-mark.tsx';
import { StockLabel } from './stock-label.tsx';

export const ProductCard = ({ product, first }: { product: Card; first?: boolean }) => {
  const pathOf = useProductPath();
  return (
    <article className="group relative flex flex-col">
      <div className="overflow-hidden rounded-sm border border-rule bg-shoal">
        <Picture
          src={product.pictureUrl}
          alt=""
          first={first ?? false}
          className="transition-transform duration-500 ease-out group-hover:scale-[1.035]"
        />
      </div>
      {product.itemId !== undefined && (
        <WishButton itemId={product.itemId} slug={product.slug} name={product.name} look="heart" />
      )}
      <p className="marginalia mt-3 text-ink-faint">{product.brand.name}</p>
      <h3 className="mt-1 text-[1.08rem] leading-snug">
        <AppLink
          href={pathOf(product)}
          className="decoration-1 underline-offset-4 after:absolute after:inset-0 group-hover:underline"
        >
          {product.name}
        </AppLink>
      </h3>
      {product.rating && <RatingMark rating={product.rating} className="mt-1" />}
      <p className="mt-auto flex flex-wrap items-baseline justify-between gap-x-3 pt-2">
        <CardPrice product={product} />
        <StockLabel availableStock={product.availableStock} quiet />
      </p>
    </article>
  );
};

const CardPrice = ({ product: { price, priceTo } }: { product: Card }) => {
  const t = useTranslations('catalog');
  const money = useMoney();
  return (
    <span className="figures font-semibold">
      {price.compareAt && (
        <>
          <span className="sr-only">{t('before')} </span>
          <s className="font-normal text-ink-faint">
            {money({ amount: price.compareAt, currency: price.currency })}
          </s>{' '}
        </>
      )}
      <span className={price.compareAt ? 'text-flag-red' : undefined}>{money(price)}</span>
      {priceTo.amount > price.amount && <> – {money(priceTo)}</>}
      {price.compareAt && price.lowestPrior !== undefined && (
        <span className="block font-sans text-xs font-normal text-ink-soft">
          {t('lowestPriorShort', {
            price: money({ amount: price.lowestPrior, currency: price.currency }),
          })}
        </span>
      )}
    </span>
  );
};
