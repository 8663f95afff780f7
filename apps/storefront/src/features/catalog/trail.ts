import type { Product } from '@quayside/contracts';
import { listingHref, nothingChosen } from './listing-query.ts';

export interface TrailStep {
  readonly name: string;
  readonly href: string;
}

/** From the whole catalog down the tree to the product's own category, each as the listing that shows it. */
export const trailTo = ({ categories }: Pick<Product, 'categories'>): TrailStep[] => {
  const [root] = categories;
  return [
    { name: 'Catalog', href: listingHref(nothingChosen) },
    ...categories.map(({ name, slug }) => ({
      name,
      href: listingHref({
        ...nothingChosen,
        types: root ? [root.slug] : [],
        kinds: root && slug !== root.slug ? [`${root.slug}:${slug}`] : [],
      }),
    })),
  ];
};
