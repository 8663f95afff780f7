import type { Product, ProductVariant } from '@quayside/contracts';
import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { AppLink } from '../../ui/app-link.tsx';
import { listingHref, nothingChosen } from './listing-query.ts';
import { PriceTag } from './price-tag.tsx';
import { ProductFacts } from './product-facts.tsx';
import { ProductGallery } from './product-gallery.tsx';
import { StockLabel } from './stock-label.tsx';
import { TrailLinks } from './trail-links.tsx';
import type { TrailStep } from './trail.ts';
import { WishButton } from '../../ui/wishes/wish-button.tsx';
import { useProductPath } from '../../ui/use-product-path.ts';
import { RatingMark } from '../../ui/rating-mark.tsx';
import { VariantPicker } from './variant-picker.tsx';

interface ProductViewProps {
  product: Product;
  trail: readonly TrailStep[];
  /** Absent where nothing of it is sold. */
  chosen: ProductVariant | undefined;
  /** What the shopper pays in; a variant without a price in it shows that of the shop. */
  currency: string | undefined;
  /** What one can do with it; the page puts the basket's part here. */
  action: ReactNode;
  campaign?: ReactNode;
  /** Where it is shown, where that is not its own page: there nobody can wish for it. */
  previewPath?: string;
}

export const ProductView = ({
  product,
  trail,
  chosen,
  currency,
  action,
  campaign,
  previewPath,
}: ProductViewProps) => {
  const t = useTranslations('catalog');
  const pathOf = useProductPath();
  const [department] = product.categories;
  return (
    <article className="grid gap-8 md:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] md:gap-12 lg:gap-16">
      <ProductGallery product={product} chosen={chosen} />
      <div className="md:py-4">
        <TrailLinks steps={trail} {...(department && { department: department.name })} />
        <h1 className="mt-4 text-4xl lg:text-5xl">{product.name}</h1>
        <p className="mt-2 text-ink-soft">
          {t.rich('by', {
            brand: product.brand.name,
            link: (name) => (
              <AppLink
                href={listingHref({ ...nothingChosen, brands: [product.brand.slug] })}
                className="underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
              >
                {name}
              </AppLink>
            ),
          })}
        </p>
        {product.rating && (
          <a href="#reviews" className="mt-3 inline-flex min-h-8 items-center hover:underline">
            <RatingMark rating={product.rating} />
          </a>
        )}
        {chosen && (
          <p className="mt-6 flex flex-wrap items-baseline gap-x-5 gap-y-1">
            <PriceTag price={chosen.prices.find((price) => price.currency === currency) ?? chosen.price} />
            <StockLabel availableStock={chosen.availableStock} />
          </p>
        )}
        {campaign}
        {chosen && <VariantPicker product={product} chosen={chosen} path={previewPath ?? pathOf(product)} />}
        <div className="mt-6">{action}</div>
        {chosen && !previewPath && (
          <div className="mt-3">
            <WishButton itemId={chosen.itemId} slug={product.slug} name={product.name} look="words" />
          </div>
        )}
        <div className="mt-8 border-t border-rule pt-6">
          <h2 className="marginalia font-sans text-ink-soft">{t('aboutIt')}</h2>
          <p className="mt-3 max-w-prose whitespace-pre-line text-ink-soft">{product.description}</p>
          <ProductFacts attributes={product.attributes} />
          {chosen && (
            <p className="marginalia figures mt-6 text-ink-faint">{t('article', { sku: chosen.sku })}</p>
          )}
        </div>
      </div>
    </article>
  );
};
