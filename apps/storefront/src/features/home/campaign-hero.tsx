import { slugIn, type Campaign, type ItemType, type ProductCard } from '@quayside/contracts';
import { useLocale, useTranslations } from 'next-intl';
import { formatTag } from '../../i18n/locales.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { button } from '../../ui/button.ts';
import { useProductPath } from '../../ui/use-product-path.ts';
import { Picture } from '../../ui/picture.tsx';
import { ChartSea } from './chart-sea.tsx';

interface CampaignHeroProps {
  campaign: Campaign | undefined;
  types: readonly ItemType[];
  /** Shown as plates laid on the chart. */
  items: ProductCard[];
}

export const CampaignHero = ({ campaign, types, items }: CampaignHeroProps) => {
  const t = useTranslations('home');
  const locale = useLocale();
  const headline = campaign ? (campaign.headlines?.[locale] ?? campaign.headline) : t('headline');
  const body = campaign ? (campaign.bodies?.[locale] ?? campaign.body) : t('body');
  const slug = campaign?.typeSlug;
  const type = slug && slugIn(types.find((one) => one.slug === slug) ?? { slug }, locale);
  const href = type ? `/catalog?type=${type}` : '/catalog';
  return (
    <section aria-label={campaign ? t('campaign') : t('welcome')} className="relative overflow-hidden">
      <ChartSea className="absolute inset-0 h-full w-full" />
      <div className="relative mx-auto grid max-w-chart items-center gap-10 px-4 py-10 sm:px-6 md:grid-cols-[minmax(0,6fr)_minmax(0,5fr)] md:py-16 lg:py-20">
        <div className="border border-ink bg-sheet p-6 sm:p-9 lg:p-11">
          {campaign && campaign.discountPercent > 0 && (
            <p className="swallowtail figures mb-6 inline-block bg-flag-red py-1.5 pr-7 pl-3 font-semibold text-white">
              {t('percentOff', { percent: campaign.discountPercent })}
            </p>
          )}
          <h1 className="text-4xl leading-[1.05] sm:text-5xl lg:text-6xl">{headline}</h1>
          <p className="mt-5 max-w-prose text-lg text-ink-soft">{body}</p>
          <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
            <AppLink href={href} className={button('primary', 'px-7')}>
              {campaign ? t('seeReduced') : t('browse')}
            </AppLink>
            {campaign && <CampaignEnd endsAt={campaign.endsAt} />}
          </div>
        </div>
        <Plates items={items.slice(0, 3)} />
      </div>
      <div className="chart-scale relative" />
    </section>
  );
};

const CampaignEnd = ({ endsAt }: { endsAt: string }) => {
  const t = useTranslations('home');
  const tag = formatTag(useLocale());
  const day = new Date(endsAt).toLocaleDateString(tag, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <p className="text-sm text-note">
      {t.rich('until', { day, time: (text) => <time dateTime={endsAt}>{text}</time> })}
    </p>
  );
};

const plateLooks = ['col-span-3 row-span-2', 'col-span-2', 'col-span-2'];

const Plates = ({ items }: { items: ProductCard[] }) => {
  const pathOf = useProductPath();
  return items.length < 3 ? null : (
    <ul className="grid grid-cols-5 gap-3">
      {items.map((item, at) => (
        <li key={item.id} className={plateLooks[at]}>
          <AppLink
            href={pathOf(item)}
            className="block h-full overflow-hidden border border-ink bg-sheet hover:border-flag-blue"
          >
            <Picture src={item.pictureUrl} alt={item.name} first className="h-full! object-cover" />
          </AppLink>
        </li>
      ))}
    </ul>
  );
};
