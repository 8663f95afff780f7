import type { Product } from '@quayside/contracts';
import type { Words } from '../../i18n/words.ts';
import { listingHref, nothingChosen } from './listing-query.ts';

export interface TrailStep {
  readonly name: string;
  readonly href: string;
}

/** From the whole catalog down the tree to the product's own category, each as the listing that shows it. */
export const trailTo = ({ categories }: Pick<Product, 'categories'>, t: Words<'catalog'>): TrailStep[] => {
  const [root] = categories;
  return [
    { name: t('catalog'), href: listingHref(nothingChosen) },
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
