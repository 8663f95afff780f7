import type { ProductList } from '@quayside/contracts';
import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { button } from '../../ui/button.ts';
import { inputLook } from '../../ui/field.tsx';
import { FacetGroup } from './facet-group.tsx';
import { FilterForm } from './filter-form.tsx';
import { kindsOf, typesOf } from './category-facets.ts';
import { RatingGroup } from './rating-group.tsx';
import type { ListingQuery } from './listing-query.ts';
import { TextBox, TickBox } from './url-controls.tsx';

interface FilterPanelProps {
  query: ListingQuery;
  facets: ProductList['facets'];
  /** How many products there are with what is chosen. */
  totalItems: number;
  currency: string;
}

/** On a phone the filters fold away behind a switch that needs no script. */
export const FilterPanel = ({ query, facets, totalItems, currency }: FilterPanelProps) => {
  const t = useTranslations('catalog');
  return (
    <aside aria-label={t('filters')} className="lg:w-60 lg:shrink-0">
      <label className="flex min-h-11 items-center gap-2 border-y border-ink font-semibold lg:hidden has-focus-visible:outline-3 has-focus-visible:outline-flag-blue">
        <input type="checkbox" className="peer sr-only" id="show-filters" />
        <SlidersHorizontal size={18} aria-hidden />
        <span className="flex-1">{t('filter')}</span>
        <span className="text-sm font-normal text-ink-faint">{t('chosen', { count: countOf(query) })}</span>
      </label>
      <div className="hidden lg:block [aside:has(#show-filters:checked)_&]:block">
        <FilterForm>
          {query.q && <input type="hidden" name="q" value={query.q} />}
          {query.sort && <input type="hidden" name="sort" value={query.sort} />}
          <FacetGroup title={t('department')} name="type" values={typesOf(facets)} chosen={query.types} />
          <FacetGroup
            title={t('kind')}
            name="kind"
            values={kindsOf(facets, query.types)}
            chosen={query.kinds}
          />
          <FacetGroup title={t('maker')} name="brand" values={facets.brands} chosen={query.brands} />
          {facets.attributes.map(({ code, name, unit, values }) => (
            <FacetGroup
              key={code}
              title={name}
              name="is"
              values={values.map((value) => ({
                ...value,
                slug: `${code}:${value.slug}`,
                name: unit ? `${value.name} ${unit}` : value.name,
              }))}
              chosen={query.is.filter((pair) => pair.startsWith(`${code}:`))}
            />
          ))}
          <PriceRange query={query} currency={currency} />
          <RatingGroup counts={facets.ratings ?? []} chosen={query.rating} />
          <label className="flex min-h-11 items-center gap-3 border-t border-rule py-4">
            <TickBox
              name="inStock"
              value="true"
              checked={query.inStock}
              className="h-[1.1rem] w-[1.1rem] accent-ink"
            />
            <span className="flex-1">{t('inStockOnly')}</span>
            <span className="figures text-sm text-ink-faint">{facets.inStock}</span>
          </label>
          <noscript>
            <button className={button('primary', 'w-full')}>{t('showResults')}</button>
          </noscript>
        </FilterForm>
        {/* A link, so that it leads there without scripts too. */}
        <a href="#products" className={button('primary', 'sticky bottom-3 z-10 w-full lg:hidden')}>
          {totalItems === 0 ? t('nothingFits') : t('showProducts', { count: totalItems })}
        </a>
      </div>
    </aside>
  );
};

const PriceRange = ({ query, currency }: { query: ListingQuery; currency: string }) => {
  const t = useTranslations('catalog');
  return (
    <fieldset className="border-t border-rule py-5">
      <legend className="marginalia float-left mb-3 w-full text-ink-soft">
        {t('priceIn', { currency })}
      </legend>
      <div className="clear-left flex items-center gap-2">
        <PriceEnd name="min" currency={currency} label={t('fromEnd')} value={query.min} />
        <span aria-hidden>–</span>
        <PriceEnd name="max" currency={currency} label={t('toEnd')} value={query.max} />
        <button className={button('quiet', 'px-3!')}>
          {t('go')}
          <span className="sr-only">{t('applyPrice')}</span>
        </button>
      </div>
    </fieldset>
  );
};

const PriceEnd = (end: { name: string; label: string; currency: string; value: number | undefined }) => {
  const t = useTranslations('catalog');
  return (
    <TextBox
      name={end.name}
      aria-label={t('endIn', { end: end.label, currency: end.currency })}
      placeholder={end.label}
      inputMode="numeric"
      pattern="[0-9]*"
      maxLength={7}
      value={String(end.value ?? '')}
      className={`${inputLook} figures min-w-0`}
    />
  );
};

const countOf = (query: ListingQuery): number =>
  query.types.length +
  query.kinds.length +
  query.is.length +
  query.brands.length +
  Number(query.min !== undefined || query.max !== undefined) +
  Number(query.rating !== undefined) +
  Number(query.inStock);
