import { slugIn, type ProductList } from '@quayside/contracts';
import type { ListingQuery } from './listing-query.ts';

type Shelf = Parameters<typeof slugIn>[0];
type Shelves = Pick<ListingQuery, 'types' | 'kinds'>;

/**
 * How a listing names a category in the address of a language.
 *
 * @param path from the root of the tree down to it
 */
export const shelfOf = (locale: string, path: readonly Shelf[]): Shelves => {
  const [root, last] = [path[0], path.at(-1)];
  if (!root || !last) return { types: [], kinds: [] };
  const type = slugIn(root, locale);
  return { types: [type], kinds: last === root ? [] : [`${type}:${slugIn(last, locale)}`] };
};

/**
 * The same listing as a language has it in its address, whatever slugs it was asked for by; what names no category stays
 * as it was asked for.
 */
export const listingIn = (
  locale: string,
  query: ListingQuery,
  { askedCategories = [] }: Pick<ProductList, 'askedCategories'>,
): ListingQuery => {
  const shelves = query.types.flatMap((type): Shelves[] => {
    const below = query.kinds.filter((kind) => kind.startsWith(`${type}:`));
    const asAsked = below.length > 0 ? below.map((kind) => ({ kind })) : [{ kind: undefined }];
    return asAsked.map(({ kind }) => {
      const slug = kind?.slice(type.length + 1) ?? type;
      const known = askedCategories.find(({ asked }) => asked === slug);
      return known ? shelfOf(locale, known.path) : { types: [type], kinds: kind === undefined ? [] : [kind] };
    });
  });
  return {
    ...query,
    types: [...new Set(shelves.flatMap(({ types }) => types))],
    kinds: [...new Set(shelves.flatMap(({ kinds }) => kinds))],
  };
};

/** Facets whose categories have the slugs that addresses of a language have. */
export const facetsIn = (locale: string, facets: ProductList['facets']): ProductList['facets'] => ({
  ...facets,
  categories: facets.categories.map(({ parent, parentSlugs, ...category }) => ({
    ...category,
    slug: slugIn(category, locale),
    ...(parent !== undefined && { parent: slugIn({ slug: parent, slugs: parentSlugs }, locale) }),
  })),
});
