import { sameMoney, type Money } from '@quayside/contracts/money';
import type { BasketLine } from './basket.ts';
import { isAvailable, type Availability, type CatalogItem } from './catalog-item.ts';

/** What the shopper's open pages are told: something they show is no longer so. */
export type Notice =
  | { readonly reason: 'basket'; readonly version: number }
  | { readonly reason: 'item'; readonly itemId: number }
  | { readonly reason: 'campaign' }
  | { readonly reason: 'settings' }
  | { readonly reason: 'missed' };

export type ShownOfItem = Availability & Pick<CatalogItem, 'price' | 'prices'>;

/** How an item changed, as far as a basket shows it; `before` is absent for an item not known until now. */
export interface ItemChange {
  readonly itemId: number;
  readonly before?: ShownOfItem | undefined;
  readonly after: ShownOfItem;
}

/**
 * Whether a basket with these lines now shows another price, or another answer to "can I have this many?".
 * A stock figure that moves without touching that answer interests nobody.
 */
export function concerns(
  change: ItemChange,
  lines: readonly Pick<BasketLine, 'itemId' | 'quantity'>[],
): boolean {
  const line = lines.find(({ itemId }) => itemId === change.itemId);
  if (!line) return false;
  if (!change.before) return true;
  if (!samePrices(change.before, change.after)) return true;
  return isAvailable(change.before, line.quantity) !== isAvailable(change.after, line.quantity);
}

function samePrices(before: ShownOfItem, after: ShownOfItem): boolean {
  const [old, now] = [pricesOf(before), pricesOf(after)];
  return old.length === now.length && old.every((price) => now.some((other) => sameMoney(price, other)));
}

const pricesOf = ({ price, prices = [price] }: ShownOfItem): readonly Money[] => prices;
