import { maxQuantity, slug as slugSchema } from '@quayside/contracts';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache, Suspense } from 'react';
import { alternatesOf } from '../../../../i18n/alternates.ts';
import { WithMessages } from '../../../../i18n/with-messages.tsx';
import { productPath } from '../../../../i18n/product-path.ts';
import { pathIn } from '../../../../i18n/paths.ts';
import { pageCurrency } from '../../../../api/server/page-currency.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readProductScreen } from '../../../../api/server/screens.ts';
import { AddToBasket } from '../../../../features/basket/add-to-basket.tsx';
import { AsItWas } from '../../../../features/catalog/as-it-was.tsx';
import { BoughtTogether } from '../../../../features/catalog/bought-together.tsx';
import { CampaignNote } from '../../../../features/catalog/campaign-note.tsx';
import { chosenVariant } from '../../../../features/catalog/chosen-variant.ts';
import { trailTo } from '../../../../features/catalog/trail.ts';
import { ProductView } from '../../../../features/catalog/product-view.tsx';
import { RecentlyViewed } from '../../../../features/catalog/recent/recently-viewed.tsx';
import { RelatedItems } from '../../../../features/catalog/related-items.tsx';
import { Seen } from '../../../../features/offline/seen.tsx';
import { QuestionSection } from '../../../../features/questions/question-section.tsx';
import { ReviewSection } from '../../../../features/reviews/review-section.tsx';
import { OwnPart } from './own-part.tsx';
import { OwnPartInQuestions } from './own-part-in-questions.tsx';
import { StockOffer } from './stock-offer.tsx';
import { VisitMark } from '../../../../features/visits/visit-mark.tsx';
import { JsonLd } from '../../../../features/search-engines/json-ld.tsx';
import { productAsLinkedData } from '../../../../features/search-engines/product-as-linked-data.ts';
import { trailAsLinkedData } from '../../../../features/search-engines/trail-as-linked-data.ts';
import { env } from '../../../../env.ts';
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
  const { name, seo, media, ...product } = screen.data.product;
  const title = seo.title ?? name;
  const description = seo.description ?? product.description;
  return {
    title,
    description,
    // A variant chosen in the address is the same page.
    alternates: alternatesOf((one) => productPath(one, product), await getLocale()),
    openGraph: { title, description, images: media.slice(0, 4).map(({ url, alt }) => ({ url, alt })) },
    twitter: { card: 'summary_large_image' },
  };
};

const ProductPage = async ({ params, searchParams }: ProductPageProps) => {
  const slug = await slugOf(params);
  const [screen, currency] = await Promise.all([readOnce(slug), pageCurrency()]);
  const { product, related, together, campaigns, reviews, questions } = orThrow(screen);
  const locale = await getLocale();
  const t = await getTranslations('catalog');
  const { item } = await searchParams;
  const asked = typeof item === 'string' ? item : undefined;
  // It has another slug now, or another one in this language, and this one leads to it.
  const here = productPath(locale, product);
  if (here !== `/products/${slug}`)
    permanentRedirect(pathIn(locale, `${here}${asked ? `?item=${encodeURIComponent(asked)}` : ''}`));
  const chosen = chosenVariant(product, asked);
  const trail = trailTo(product, { t, locale });
  const max = Math.min(maxQuantity, chosen?.availableStock ?? 0);
  return (
    <PageFrame>
      <JsonLd
        data={productAsLinkedData(product, env.PUBLIC_ORIGIN, {
          locale,
          reviews: reviews?.items,
          questions: questions?.items,
        })}
      />
      <JsonLd data={trailAsLinkedData(trail, env.PUBLIC_ORIGIN, locale)} />
      <AsItWas of={screen} />
      <VisitMark step="product" />
      <Seen page={product.slug} />
      <ProductView
        product={product}
        trail={trail}
        chosen={chosen}
        currency={currency}
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
            <>
              <p className="border-l-4 border-rule-strong bg-land px-4 py-3">
                {chosen ? t('outAtPresent') : t('notSold')}
              </p>
              {chosen && (
                <WithMessages of={['waiting']}>
                  <Suspense>
                    <StockOffer itemId={chosen.itemId} />
                  </Suspense>
                </WithMessages>
              )}
            </>
          )
        }
      />
      {together && <BoughtTogether items={together} />}
      {reviews && (
        <ReviewSection
          slug={slug}
          reviews={reviews}
          own={
            <Suspense>
              <OwnPart slug={slug} />
            </Suspense>
          }
        />
      )}
      {questions && (
        <QuestionSection
          slug={slug}
          questions={questions}
          own={
            <Suspense>
              <OwnPartInQuestions slug={slug} />
            </Suspense>
          }
        />
      )}
      {related && related.length > 0 && <RelatedItems items={related} />}
      <RecentlyViewed viewing={product.id} currency={currency} />
    </PageFrame>
  );
};

export default ProductPage;
