import { maxQuantity, slug as slugSchema } from '@quayside/contracts';
import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { readBasketOfFrame } from '../../../../api/server/basket.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readProductScreen } from '../../../../api/server/screens.ts';
import { AddToBasket } from '../../../../features/basket/add-to-basket.tsx';
import { CampaignNote } from '../../../../features/catalog/campaign-note.tsx';
import { chosenVariant } from '../../../../features/catalog/chosen-variant.ts';
import { ProductView } from '../../../../features/catalog/product-view.tsx';
import { RelatedItems } from '../../../../features/catalog/related-items.tsx';
import { PageFrame } from '../../../../ui/page-frame.tsx';

interface ProductPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ item?: string | string[] }>;
}

const readOnce = cache(readProductScreen);

/** What cannot be a slug names no product. */
const slugOf = async (params: ProductPageProps['params']): Promise<string> => {
  const { slug } = await params;
  return slugSchema.safeParse(slug).success ? slug : notFound();
};

export const generateMetadata = async ({ params }: ProductPageProps): Promise<Metadata> => {
  const screen = await readOnce(await slugOf(params));
  if (!screen.ok) return {};
  const { name, description, seo } = screen.data.product;
  return {
    title: seo.title ?? name,
    description: seo.description ?? description,
  };
};

const ProductPage = async ({ params, searchParams }: ProductPageProps) => {
  const slug = await slugOf(params);
  const [screen, basket] = await Promise.all([readOnce(slug), readBasketOfFrame()]);
  const { product, related, campaigns } = orThrow(screen);
  const { item } = await searchParams;
  const asked = typeof item === 'string' ? item : undefined;
  // It has another slug now, and this one leads to it.
  if (product.slug !== slug)
    permanentRedirect(`/products/${product.slug}${asked ? `?item=${encodeURIComponent(asked)}` : ''}`);
  const chosen = chosenVariant(product, asked);
  const max = Math.min(maxQuantity, chosen?.availableStock ?? 0);
  return (
    <PageFrame>
      <ProductView
        product={product}
        chosen={chosen}
        currency={basket?.terms.currency}
        campaign={<CampaignNote typeSlug={product.categories[0]?.slug} campaigns={campaigns ?? []} />}
        action={
          chosen && max > 0 ? (
            <AddToBasket
              key={chosen.itemId}
              itemId={chosen.itemId}
              name={[product.name, ...chosen.optionValues].join(', ')}
              max={max}
            />
          ) : (
            <p className="border-l-4 border-rule-strong bg-land px-4 py-3">
              {chosen ? 'We are out of it at present.' : 'We do not sell this at present.'}
            </p>
          )
        }
      />
      {related && related.length > 0 && <RelatedItems items={related} />}
    </PageFrame>
  );
};

export default ProductPage;
