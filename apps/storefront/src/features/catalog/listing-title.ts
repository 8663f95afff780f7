import type { ProductList } from '@quayside/contracts';
import type { Words } from '../../i18n/words.ts';
import { listingHref, nothingChosen, type ListingQuery } from './listing-query.ts';

const namesShown = 3;

type Facets = Pick<ProductList, 'facets'>;

/** "Harbour & Co, Outerwear, page 2": what the listing is narrowed to, in the words of its filters. */
export const listingTitle = (query: ListingQuery, { facets }: Facets, t: Words<'catalog'>): string => {
  const names = query.q ? [t('searchFor', { q: query.q })] : chosenNames(query, facets);
  const shown = names.slice(0, namesShown).join(', ');
  const title = names.length > namesShown ? t('andMore', { names: shown }) : shown || t('catalog');
  return query.page > 1 ? t('titleOfPage', { title, page: query.page }) : title;
};

const chosenNames = (query: ListingQuery, facets: Facets['facets']): string[] => {
  const kinds = query.kinds.map((kind) => kind.slice(kind.indexOf(':') + 1));
  const whole = query.types.filter((type) => !query.kinds.some((kind) => kind.startsWith(`${type}:`)));
  return [
    ...namesOf(facets.brands, query.brands),
    ...namesOf(facets.categories, [...whole, ...kinds]),
    ...facets.attributes.flatMap(({ code, name, values }) =>
      values
        .filter(({ slug }) => query.is.includes(`${code}:${slug}`))
        .map((value) => (value.slug === 'yes' ? name : value.name)),
    ),
  ];
};

const namesOf = (
  values: readonly { readonly slug: string; readonly name: string }[],
  slugs: readonly string[],
): string[] => values.filter(({ slug }) => slugs.includes(slug)).map(({ name }) => name);

/**
 * The page that search engines are to know of it: one of a department or category, or of the whole catalog. Sorted or
 * narrowed further it shows nothing that is not there.
 */
export const canonicalListing = (query: ListingQuery): string => {
  const isOneShelf = query.types.length === 1 && query.kinds.length <= 1 && query.q === undefined;
  const isNarrowed =
    query.brands.length + query.is.length > 0 ||
    query.min !== undefined ||
    query.max !== undefined ||
    query.rating !== undefined ||
    query.inStock;
  return listingHref({
    ...nothingChosen,
    ...(isOneShelf && { types: query.types, kinds: query.kinds }),
    page: isNarrowed || query.q !== undefined ? 1 : query.page,
  });
};
