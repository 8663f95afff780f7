import type { Basket, BasketLine } from '../domain/basket.ts';
import type { SalesSettings } from '@quayside/contracts/money';
import type { Campaign, Coupon } from '../domain/campaign.ts';
import type { CatalogItem, ItemFacts } from '../domain/catalog-item.ts';
import type { BasketCheckedOut, CheckoutDetails } from '../domain/check-out.ts';
import type { Choice } from '../domain/choice.ts';
import type { ItemChange } from '../domain/notice.ts';
import type { BasketState } from '../domain/priced-basket.ts';
import type { BasketReply } from './scripted-redis.ts';

export const encodeChoice = (choice: Choice): string => JSON.stringify(choice);

export const encodeLines = (lines: readonly BasketLine[]): string => JSON.stringify(lines);

/** A basket of the first release has no choice. */
const decodeBasket = (version: string, lines: string, choice: string | null): Basket => ({
  version: Number(version),
  lines: JSON.parse(lines) as BasketLine[],
  choice: choice === null ? {} : (JSON.parse(choice) as Choice),
});

/** Stock not heard of yet is none. */
const withStock = (item: string, available: string | number | null | undefined): CatalogItem => ({
  ...(JSON.parse(item) as ItemFacts),
  availableStock: Number(available ?? 0),
});

export function decodeState(
  [version, lines, items, stock, campaigns, , choice, , , coupon, uses, own]: BasketReply,
  settings: SalesSettings,
  isGuest: boolean,
): BasketState {
  const known = items.flatMap((item, at) => (item === null ? [] : [withStock(item, stock[at])]));
  return {
    basket: decodeBasket(version, lines, choice),
    items: new Map(known.map((item) => [item.id, item])),
    campaigns: campaigns.map((campaign) => JSON.parse(campaign) as Campaign),
    ...(coupon !== null && {
      coupon: JSON.parse(coupon) as Coupon,
      couponUse: { total: Number(uses ?? 0), own: Number(own ?? 0), isGuest },
    }),
    settings,
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

interface ItemMessage {
  readonly before: ItemFacts | null;
  readonly after: ItemFacts;
  /** Before and after. */
  readonly stock: readonly [number, number];
}

export function decodeItemMessage(message: string): ItemChange {
  const { before, after, stock } = JSON.parse(message) as ItemMessage;
  return {
    itemId: after.id,
    before: before ? { ...before, availableStock: stock[0] } : undefined,
    after: { ...after, availableStock: stock[1] },
  };
}

/** What no event says of a checkout. */
export const encodeDetails = ({
  orderId,
  buyer: { name, email, guest },
  shippingAddress,
}: BasketCheckedOut): string =>
  JSON.stringify({ orderId, name, email, shippingAddress, guest } satisfies CheckoutDetails);

/** What a checkout key remembers. */
export interface CheckoutRecord {
  readonly orderId: string;
  readonly fingerprint: string;
}
