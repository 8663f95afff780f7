import type { Product } from '@quayside/contracts';
import type { Words } from '../../i18n/words.ts';
import { listingHref, nothingChosen } from './listing-query.ts';
import { shelfOf } from './shelves.ts';

export interface TrailStep {
  readonly name: string;
  readonly href: string;
}

/** From the whole catalog down the tree to the product's own category, each as the listing that shows it. */
export const trailTo = (
  { categories }: Pick<Product, 'categories'>,
  { t, locale }: { t: Words<'catalog'>; locale: string },
): TrailStep[] => [
  { name: t('catalog'), href: listingHref(nothingChosen) },
  ...categories.map(({ name }, at) => ({
    name,
    href: listingHref({ ...nothingChosen, ...shelfOf(locale, categories.slice(0, at + 1)) }),
  })),
];
