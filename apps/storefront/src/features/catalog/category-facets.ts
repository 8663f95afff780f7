import type { ProductList } from '@quayside/contracts';

type Facets = ProductList['facets'];

/** The roots of the tree. */
export const typesOf = ({ categories }: Facets): Facets['categories'] =>
  categories.filter(({ parent }) => parent === undefined);

/** What stands below the chosen roots, named with its root, as the same filter has it. */
export const kindsOf = ({ categories }: Facets, types: readonly string[]): Facets['categories'] =>
  categories.flatMap((category) =>
    category.parent !== undefined && types.includes(category.parent)
      ? [{ ...category, slug: `${category.parent}:${category.slug}` }]
      : [],
  );
