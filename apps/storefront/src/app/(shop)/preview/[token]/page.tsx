import { previewToken } from '@quayside/contracts';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { pageCurrency } from '../../../../api/server/page-currency.ts';
import { readPreview } from '../../../../api/server/previews.ts';
import { chosenVariant } from '../../../../features/catalog/chosen-variant.ts';
import { ProductView } from '../../../../features/catalog/product-view.tsx';
import { trailTo } from '../../../../features/catalog/trail.ts';
import { Notice } from '../../../../ui/notice.tsx';
import { PageFrame } from '../../../../ui/page-frame.tsx';

/** Whoever follows a link from here does not tell of the address, which opens it. */
export const metadata: Metadata = {
  title: 'Preview',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

interface PreviewPageProps {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ item?: string | string[] }>;
}

/** A product that need not be in the shop, as its page would show it; nothing of it can be bought here. */
const PreviewPage = async ({ params, searchParams }: PreviewPageProps) => {
  const [{ token }, { item }] = await Promise.all([params, searchParams]);
  if (!previewToken.safeParse(token).success) notFound();
  const [found, currency, t, locale] = await Promise.all([
    readPreview(token),
    pageCurrency(),
    getTranslations('catalog'),
    getLocale(),
  ]);
  const product = orThrow(found);
  return (
    <PageFrame>
      <div className="mb-8">
        <Notice title={t('preview.title')}>{t('preview.about')}</Notice>
      </div>
      <ProductView
        product={product}
        trail={trailTo(product, { t, locale })}
        chosen={chosenVariant(product, typeof item === 'string' ? item : undefined)}
        currency={currency}
        previewPath={`/preview/${token}`}
        action={<p className="border-l-4 border-rule-strong bg-land px-4 py-3">{t('preview.noButton')}</p>}
      />
    </PageFrame>
  );
};

export default PreviewPage;
