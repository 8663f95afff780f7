import type { Campaign, CatalogItem } from '@quayside/contracts';

/** The best running campaign for this item; the discount itself is the basket's to apply. */
export const CampaignNote = ({ item, campaigns }: { item: CatalogItem; campaigns: Campaign[] }) => {
  const best = campaigns
    .filter(
      ({ typeSlug, discountPercent }) => discountPercent > 0 && (!typeSlug || typeSlug === item.type.slug),
    )
    .toSorted((a, b) => b.discountPercent - a.discountPercent)[0];
  if (!best) return null;
  return (
    <p className="mt-4 flex items-center gap-3 text-sm">
      <span className="swallowtail figures bg-flag-red py-1 pr-5 pl-2.5 font-semibold text-white">
        {best.discountPercent}% off
      </span>
      <span className="text-ink-soft">in the basket: {best.name}</span>
    </p>
  );
};
