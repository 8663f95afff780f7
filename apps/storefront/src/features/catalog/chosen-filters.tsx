import type { ProductList } from '@quayside/contracts';
import { X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { formatTag } from '../../i18n/locales.ts';
import type { Words } from '../../i18n/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { kindsOf, typesOf } from './category-facets.ts';
import { hasFilters, listingHref, type ListingQuery, withoutFilters } from './listing-query.ts';

interface ChosenFiltersProps {
  query: ListingQuery;
  facets: ProductList['facets'];
  currency: string;
}

/** What is filtered by, each as a link that takes it away. */
export const ChosenFilters = ({ query, facets, currency }: ChosenFiltersProps) => {
  const t = useTranslations('catalog');
  const locale = useLocale();
  if (!hasFilters(query)) return null;
  return (
    <ul aria-label={t('chosenFilters')} className="mb-6 flex flex-wrap items-center gap-2">
      {chosenOf(query, facets, { t, locale, currency }).map(({ label, without }) => (
        <li key={label}>
          <AppLink
            href={listingHref({ ...without, page: 1 })}
            scroll={false}
            className="inline-flex min-h-9 items-center gap-1.5 rounded-sm bg-land px-3 text-sm font-medium hover:bg-rule"
          >
            {label}
            <X size={14} aria-hidden />
            <span className="sr-only">{t('takeAway')}</span>
          </AppLink>
        </li>
      ))}
      <li>
        <AppLink
          href={listingHref(withoutFilters(query))}
          scroll={false}
          className="px-2 text-sm underline underline-offset-4"
        >
          {t('clearAll')}
        </AppLink>
      </li>
    </ul>
  );
};

interface ShownIn {
  t: Words<'catalog'>;
  locale: string;
  currency: string;
}

const chosenOf = (query: ListingQuery, facets: ProductList['facets'], words: ShownIn) => {
  const { t } = words;
  const { min, max, ...rest } = query;
  const nameOf = (values: { slug: string; name: string }[], slug: string) =>
    values.find((value) => value.slug === slug)?.name ?? slug;
  const chosen: { label: string; without: ListingQuery }[] = [
    ...query.types.map((slug) => ({
      label: nameOf(typesOf(facets), slug),
      without: {
        ...query,
        types: query.types.filter((other) => other !== slug),
        kinds: query.kinds.filter((kind) => !kind.startsWith(`${slug}:`)),
      },
    })),
    ...query.kinds.map((kind) => ({
      label: nameOf(kindsOf(facets, query.types), kind),
      without: { ...query, kinds: query.kinds.filter((other) => other !== kind) },
    })),
    ...query.is.map((pair) => ({
      label: attributeLabel(facets, pair),
      without: { ...query, is: query.is.filter((other) => other !== pair) },
    })),
    ...query.brands.map((slug) => ({
      label: nameOf(facets.brands, slug),
      without: { ...query, brands: query.brands.filter((other) => other !== slug) },
    })),
  ];
  if (min !== undefined || max !== undefined)
    chosen.push({ label: priceLabel({ min, max }, words), without: rest });
  const { rating, ...unrated } = query;
  if (rating !== undefined) chosen.push({ label: t('ratedAtLeast', { stars: rating }), without: unrated });
  if (query.inStock) chosen.push({ label: t('inStockOnly'), without: { ...query, inStock: false } });
  return chosen;
};

/** "Material: Wool"; a value that nothing found has is named as the address has it. */
const attributeLabel = ({ attributes }: ProductList['facets'], pair: string): string => {
  const [code, slug] = pair.split(':');
  const attribute = attributes.find((one) => one.code === code);
  const value = attribute?.values.find((one) => one.slug === slug)?.name ?? slug;
  return `${attribute?.name ?? code}: ${value}${attribute?.unit ? ` ${attribute.unit}` : ''}`;
};

const priceLabel = (
  { min, max }: { min: number | undefined; max: number | undefined },
  { t, locale, currency }: ShownIn,
): string => {
  const whole = (units: number) =>
    units.toLocaleString(formatTag(locale), { style: 'currency', currency, maximumFractionDigits: 0 });
  if (min === undefined) return t('upTo', { max: whole(max ?? 0) });
  return max === undefined
    ? t('from', { min: whole(min) })
    : t('between', { min: whole(min), max: whole(max) });
};
