import type { Product, ProductVariant } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { Picture } from '../../ui/picture.tsx';

const hashOf = (url: string): string => /[0-9a-f]{16}$/.exec(url)?.[0] ?? url;

/** The picture of what is chosen, large; the others below it. */
export const ProductGallery = ({
  product,
  chosen,
}: {
  product: Product;
  chosen: ProductVariant | undefined;
}) => {
  const t = useTranslations('catalog');
  const shown = chosen?.pictureUrl ?? product.media[0]?.url ?? '';
  const main = product.media.find(({ url }) => hashOf(url) === hashOf(shown));
  const others = product.media.filter((picture) => picture !== main);
  return (
    <div className="max-sm:-mx-4 max-sm:-mt-8">
      <Picture
        src={main?.url ?? shown}
        alt={main?.alt ?? product.name}
        widths={main?.widths}
        sizes="(min-width: 64rem) 38rem, 100vw"
        first
        className="sm:rounded-sm sm:border sm:border-rule"
      />
      {others.length > 0 && (
        <ul aria-label={t('morePictures')} className="mt-3 grid grid-cols-3 gap-3 max-sm:px-4">
          {others.map(({ url, alt, widths }) => (
            <li key={url}>
              <Picture
                src={url}
                alt={alt}
                widths={widths}
                sizes="(min-width: 64rem) 12rem, 33vw"
                className="rounded-sm border border-rule"
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
