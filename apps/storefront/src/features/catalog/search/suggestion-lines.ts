import type { Suggestions } from '@quayside/contracts';
import { productPath } from '../../../i18n/product-path.ts';
import { listingHref } from '../listing-query.ts';
import { shelfOf } from '../shelves.ts';

/** One place to go to. */
export type SuggestionLine =
  | { readonly kind: 'product'; readonly href: string; readonly product: Suggestions['products'][number] }
  | { readonly kind: 'group'; readonly href: string; readonly name: string; readonly count: number }
  | { readonly kind: 'all'; readonly href: string; readonly count: number };

const nothingChosen = { types: [], kinds: [], is: [], brands: [], inStock: false, page: 1 };

/** Departments and makers among what was found, the products themselves, and all of them. */
export const suggestionLines = (
  typed: string,
  { products, categories, brands, totalItems }: Suggestions,
  locale: string,
): SuggestionLine[] => {
  const q = typed.trim();
  if (products.length === 0) return [];
  const groups = [
    ...categories.map(({ name, count, parent, parentSlugs, ...category }) => ({
      name,
      count,
      query: shelfOf(locale, [
        ...(parent === undefined ? [] : [{ slug: parent, slugs: parentSlugs }]),
        category,
      ]),
    })),
    ...brands.slice(0, 1).map(({ slug, name, count }) => ({ name, count, query: { brands: [slug] } })),
  ].filter(({ count }) => count < totalItems);
  return [
    ...groups.slice(0, 3).map(({ name, count, query }): SuggestionLine => ({
      kind: 'group',
      name,
      count,
      href: listingHref({ ...nothingChosen, ...query, q }),
    })),
    ...products.map((product): SuggestionLine => ({
      kind: 'product',
      product,
      href: productPath(locale, product),
    })),
    { kind: 'all', count: totalItems, href: listingHref({ ...nothingChosen, q }) },
  ];
};
