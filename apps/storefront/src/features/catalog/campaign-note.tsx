import { nameIn, type Campaign } from '@quayside/contracts';
import { useLocale, useTranslations } from 'next-intl';

/** The best running campaign for these goods; the discount itself is the basket's to apply. */
export const CampaignNote = ({
  typeSlug: type,
  campaigns,
}: {
  typeSlug: string | undefined;
  campaigns: Campaign[];
}) => {
  const best = campaigns
    .filter(({ typeSlug, discountPercent }) => discountPercent > 0 && (!typeSlug || typeSlug === type))
    .toSorted((a, b) => b.discountPercent - a.discountPercent)[0];
  const t = useTranslations('catalog');
  const locale = useLocale();
  if (!best) return null;
  return (
    <p className="mt-4 flex items-center gap-3 text-sm">
      <span className="swallowtail figures bg-flag-red py-1 pr-5 pl-2.5 font-semibold text-white">
        {t('percentOff', { percent: best.discountPercent })}
      </span>
      <span className="text-ink-soft">{t('inTheBasket', { name: nameIn(best, locale) })}</span>
    </p>
  );
};
