import type { Basket } from '@quayside/contracts';
import type { PricedBasket } from '../domain/priced-basket.ts';

/** A priced basket as the API shows it. */
export const basketBody = ({ lines, totals, version, campaign }: PricedBasket): Basket => ({
  items: [...lines],
  totals,
  version,
  ...(campaign && {
    campaign: { id: campaign.id, name: campaign.name, discountPercent: campaign.discountPercent },
  }),
});
