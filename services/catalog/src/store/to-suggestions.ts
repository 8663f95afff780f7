import type { FacetValue, ProductList, Suggestions } from '../usecases/catalog-reads.ts';

export const suggestedProducts = 5;
const suggestedValues = 3;

/** Those that most of what was found has. */
const commonest = <V extends FacetValue>(values: readonly V[]): V[] =>
  values
    .toSorted((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
    .slice(0, suggestedValues);

/** What a list of a search tells somebody who is still typing. */
export const toSuggestions = ({ items, facets, totalItems, searchedFor }: ProductList): Suggestions => ({
  products: items,
  categories: commonest(facets.categories),
  brands: commonest(facets.brands),
  totalItems,
  ...(searchedFor !== undefined && { searchedFor }),
});
