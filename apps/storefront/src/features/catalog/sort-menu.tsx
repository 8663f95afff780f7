import { useTranslations } from 'next-intl';
import { button } from '../../ui/button.ts';
import { FilterForm } from './filter-form.tsx';
import { type ListingQuery, sorts } from './listing-query.ts';
import { Choice } from './url-controls.tsx';

export const SortMenu = ({ query }: { query: ListingQuery }) => {
  const t = useTranslations('catalog');
  const chosen = query.sort ?? (query.q ? 'relevance' : 'name');
  const options = sorts.filter((sort) => sort !== 'relevance' || query.q);
  return (
    <FilterForm>
      {query.q && <input type="hidden" name="q" value={query.q} />}
      {query.types.length > 0 && <input type="hidden" name="type" value={query.types.join(',')} />}
      {query.kinds.length > 0 && <input type="hidden" name="kind" value={query.kinds.join(',')} />}
      {query.is.length > 0 && <input type="hidden" name="is" value={query.is.join(',')} />}
      {query.brands.length > 0 && <input type="hidden" name="brand" value={query.brands.join(',')} />}
      {query.min !== undefined && <input type="hidden" name="min" value={query.min} />}
      {query.max !== undefined && <input type="hidden" name="max" value={query.max} />}
      {query.inStock && <input type="hidden" name="inStock" value="true" />}
      <label className="flex items-center gap-2 text-sm">
        <span className="text-ink-soft">{t('sortBy')}</span>
        <Choice
          name="sort"
          value={chosen}
          className="min-h-11 rounded-sm menu-arrow border border-rule-strong pl-3 font-semibold hover:border-ink"
        >
          {options.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sorts.${sort}`)}
            </option>
          ))}
        </Choice>
        <noscript>
          <button className={button('quiet', 'px-3!')}>{t('go')}</button>
        </noscript>
      </label>
    </FilterForm>
  );
};
