import type { Basket } from './basket.ts';
import { bestCampaign, type Campaign } from './campaign.ts';
import { isAvailable, type CatalogItem } from './catalog-item.ts';
import { sameMoney, type Money } from './money.ts';
import { totalsOf, type Totals, type TotalsPolicy } from './totals.ts';

/** A basket with everything its prices depend on, as read in one consistent step. */
export interface BasketState {
  readonly basket: Basket;
  /** The known items among those in the basket and those asked for. */
  readonly items: ReadonlyMap<number, CatalogItem>;
  readonly campaigns: readonly Campaign[];
}

export interface PricedLine {
  readonly itemId: number;
  readonly slug: string;
  readonly name: string;
  readonly pictureUrl: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  /** The price the shopper last saw, present while it differs from `unitPrice`. */
  readonly previousUnitPrice?: Money;
  readonly available: boolean;
  readonly availableStock: number;
}

export interface PricedBasket {
  readonly version: number;
  readonly lines: readonly PricedLine[];
  readonly totals: Totals;
  readonly campaign?: Campaign;
}

/** An item the copy lost sight of keeps its line, so that the shopper is told instead of left wondering. */
const unknownItem = (id: number, price: Money): CatalogItem => ({
  id,
  slug: `item-${id}`,
  name: 'No longer sold',
  typeSlug: '',
  price,
  availableStock: 0,
  pictureUrl: '',
  active: false,
});

/** Prices every line at the current price and adds the basket up with the best running campaign. */
export function priceBasket(state: BasketState, policy: TotalsPolicy, now: number): PricedBasket {
  const entries = state.basket.lines.map((line) => {
    const item = state.items.get(line.itemId) ?? unknownItem(line.itemId, line.seenPrice);
    return { line, item, amount: item.price.amount * line.quantity, typeSlug: item.typeSlug };
  });
  const items = entries.reduce((sum, { amount }) => sum + amount, 0);
  const best = bestCampaign(state.campaigns, entries, now);
  return {
    version: state.basket.version,
    lines: entries.map(({ line, item }) => ({
      itemId: item.id,
      slug: item.slug,
      name: item.name,
      pictureUrl: item.pictureUrl,
      quantity: line.quantity,
      unitPrice: item.price,
      ...(sameMoney(item.price, line.seenPrice) ? {} : { previousUnitPrice: line.seenPrice }),
      available: isAvailable(item, line.quantity),
      availableStock: item.active ? item.availableStock : 0,
    })),
    totals: totalsOf(items, best?.discount ?? 0, policy),
    ...(best ? { campaign: best.campaign } : {}),
  };
}
