import type { Basket, BasketLine } from '../domain/basket.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { CatalogItem } from '../domain/catalog-item.ts';
import type { BasketState } from '../domain/priced-basket.ts';
import type { BasketReply } from './scripted-redis.ts';

export const encodeLines = (lines: readonly BasketLine[]): string => JSON.stringify(lines);

const decodeBasket = (version: string, lines: string): Basket => ({
  version: Number(version),
  lines: JSON.parse(lines) as BasketLine[],
});

export function decodeState([version, lines, items, campaigns]: BasketReply): BasketState {
  const known = items.filter((item) => item !== null).map((item) => JSON.parse(item) as CatalogItem);
  return {
    basket: decodeBasket(version, lines),
    items: new Map(known.map((item) => [item.id, item])),
    campaigns: campaigns.map((campaign) => JSON.parse(campaign) as Campaign),
  };
}

/** What is told on a basket's channel: its new version, and enough of its lines to know which items concern it. */
export interface BasketMessage {
  readonly version: number;
  readonly lines: readonly Pick<BasketLine, 'itemId' | 'quantity'>[];
}

export const encodeBasketMessage = (version: number, lines: readonly BasketLine[]): string =>
  JSON.stringify({
    version,
    lines: lines.map(({ itemId, quantity }) => ({ itemId, quantity })),
  } satisfies BasketMessage);

/** What a checkout key remembers. */
export interface CheckoutRecord {
  readonly orderId: string;
  readonly fingerprint: string;
}
