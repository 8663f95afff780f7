import { maxQuantity, slug as slugSchema } from '@quayside/contracts';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { orThrow } from '../../../api/server/or-throw.ts';
import { readProductScreen } from '../../../api/server/screens.ts';
import { AddToBasket } from '../../../features/basket/add-to-basket.tsx';
import { CampaignNote } from '../../../features/catalog/campaign-note.tsx';
import { ProductView } from '../../../features/catalog/product-view.tsx';
import { RelatedItems } from '../../../features/catalog/related-items.tsx';
import { PageFrame } from '../../../ui/page-frame.tsx';

interface ProductPageProps {
  params: Promise<{ slug: string }>;
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
  const { name, description } = screen.data.item;
  return { title: name, description };
};

const ProductPage = async ({ params }: ProductPageProps) => {
  const { item, related, campaigns } = orThrow(await readOnce(await slugOf(params)));
  const max = Math.min(maxQuantity, item.availableStock);
  const sold = item.active && max > 0;
  return (
    <PageFrame>
      <ProductView
        item={item}
        campaign={<CampaignNote item={item} campaigns={campaigns ?? []} />}
        action={
          sold ? (
            <AddToBasket itemId={item.id} name={item.name} max={max} />
          ) : (
            <p className="border-l-4 border-rule-strong bg-land px-4 py-3">
              {item.active ? 'We are out of it at present.' : 'We do not sell this at present.'}
            </p>
          )
        }
      />
      {related && related.length > 0 && <RelatedItems items={related} />}
    </PageFrame>
  );
};

export default ProductPage;
