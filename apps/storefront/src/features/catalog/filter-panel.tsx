import type { ProductList } from '@quayside/contracts';
import { SlidersHorizontal } from 'lucide-react';
import { button } from '../../ui/button.ts';
import { inputLook } from '../../ui/field.tsx';
import { productCount } from '../../ui/product-count.ts';
import { FacetGroup } from './facet-group.tsx';
import { FilterForm } from './filter-form.tsx';
import { kindsOf, typesOf } from './category-facets.ts';
import type { ListingQuery } from './listing-query.ts';
import { TextBox, TickBox } from './url-controls.tsx';

interface FilterPanelProps {
  query: ListingQuery;
  facets: ProductList['facets'];
  /** How many products there are with what is chosen. */
  totalItems: number;
}

/** On a phone the filters fold away behind a switch that needs no script. */
export const FilterPanel = ({ query, facets, totalItems }: FilterPanelProps) => (
  <aside aria-label="Filters" className="lg:w-60 lg:shrink-0">
    <label className="flex min-h-11 items-center gap-2 border-y border-ink font-semibold lg:hidden has-focus-visible:outline-3 has-focus-visible:outline-flag-blue">
      <input type="checkbox" className="peer sr-only" id="show-filters" />
      <SlidersHorizontal size={18} aria-hidden />
      <span className="flex-1">Filter</span>
      <span className="text-sm font-normal text-ink-faint">{countOf(query)}</span>
    </label>
    <div className="hidden lg:block [aside:has(#show-filters:checked)_&]:block">
      <FilterForm>
        {query.q && <input type="hidden" name="q" value={query.q} />}
        {query.sort && <input type="hidden" name="sort" value={query.sort} />}
        <FacetGroup title="Department" name="type" values={typesOf(facets)} chosen={query.types} />
        <FacetGroup title="Kind" name="kind" values={kindsOf(facets, query.types)} chosen={query.kinds} />
        <FacetGroup title="Maker" name="brand" values={facets.brands} chosen={query.brands} />
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
        <PriceRange query={query} />
        <label className="flex min-h-11 items-center gap-3 border-t border-rule py-4">
          <TickBox
            name="inStock"
            value="true"
            checked={query.inStock}
            className="h-[1.1rem] w-[1.1rem] accent-ink"
          />
          <span className="flex-1">In stock only</span>
          <span className="figures text-sm text-ink-faint">{facets.inStock}</span>
        </label>
        <noscript>
          <button className={button('primary', 'w-full')}>Show results</button>
        </noscript>
      </FilterForm>
      {/* A link, so that it leads there without scripts too. */}
      <a href="#products" className={button('primary', 'sticky bottom-3 z-10 w-full lg:hidden')}>
        {totalItems === 0 ? 'Nothing fits all of this' : `Show ${productCount(totalItems)}`}
      </a>
    </div>
  </aside>
);

const PriceRange = ({ query }: { query: ListingQuery }) => (
  <fieldset className="border-t border-rule py-5">
    <legend className="marginalia float-left mb-3 w-full text-ink-soft">Price in dollars</legend>
    <div className="clear-left flex items-center gap-2">
      <PriceEnd name="min" label="From" value={query.min} />
      <span aria-hidden>–</span>
      <PriceEnd name="max" label="To" value={query.max} />
      <button className={button('quiet', 'px-3!')}>
        Go<span className="sr-only">, apply the price range</span>
      </button>
    </div>
  </fieldset>
);

const PriceEnd = (end: { name: string; label: string; value: number | undefined }) => (
  <TextBox
    name={end.name}
    aria-label={`${end.label}, in dollars`}
    placeholder={end.label}
    inputMode="numeric"
    pattern="[0-9]*"
    maxLength={7}
    value={String(end.value ?? '')}
    className={`${inputLook} figures min-w-0`}
  />
);

const countOf = (query: ListingQuery): string => {
  const count =
    query.types.length +
    query.kinds.length +
    query.is.length +
    query.brands.length +
    Number(query.min !== undefined || query.max !== undefined) +
    Number(query.inStock);
  return count === 0 ? 'All items' : `${count} chosen`;
};
