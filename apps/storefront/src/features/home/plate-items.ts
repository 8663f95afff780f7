import type { Campaign, ProductCard } from '@quayside/contracts';

const plates = 3;

/** The items shown beside the campaign: those it is for come first, each once. */
export const plateItems = (items: ProductCard[], campaign: Campaign | undefined): ProductCard[] => {
  const each = [...new Map(items.map((item) => [item.id, item])).values()];
  const isFor = (item: ProductCard) => (item.type.slug === campaign?.typeSlug ? 0 : 1);
  return each.toSorted((a, b) => isFor(a) - isFor(b)).slice(0, plates);
};
