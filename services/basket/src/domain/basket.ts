import { sameMoney, type Money } from '@quayside/contracts/money';
import type { CatalogItem } from './catalog-item.ts';
import { sameChoice, type Choice } from './choice.ts';
import { BasketFull, InsufficientStock, InvalidQuantity, ItemNotActive } from './errors.ts';

export const maxQuantity = 99;
export const maxLines = 50;

export interface BasketLine {
  readonly itemId: number;
  readonly quantity: number;
  /** The unit price the shopper last saw when putting the item in, or accepted since. */
  readonly seenPrice: Money;
}

/**
 * A basket: at most one line per item, in the order they were added.
 *
 * `version` counts its changes and never goes back while somebody could still hold an older one; a basket that
 * was never written is version 0.
 */
export interface Basket {
  readonly version: number;
  readonly lines: readonly BasketLine[];
  /** What the shopper chose; stays when the lines are bought. */
  readonly choice: Choice;
}

export const emptyBasket: Basket = { version: 0, lines: [], choice: {} };

/** Puts the wanted quantity of an item in, at the price the shopper sees; returns the same object when nothing changes. */
export function setQuantity(
  basket: Basket,
  item: CatalogItem,
  quantity: number,
  seenPrice: Money = item.price,
): Basket {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > maxQuantity)
    throw new InvalidQuantity(quantity);
  if (!item.active) throw new ItemNotActive([{ itemId: item.id, name: item.name }]);
  const wanted: BasketLine = { itemId: item.id, quantity, seenPrice };
  const present = basket.lines.find((line) => line.itemId === item.id);
  if (!present) {
    if (basket.lines.length >= maxLines) throw new BasketFull();
    return { ...basket, lines: [...basket.lines, wanted] };
  }
  if (present.quantity === quantity && sameMoney(present.seenPrice, seenPrice)) return basket;
  return { ...basket, lines: basket.lines.map((line) => (line === present ? wanted : line)) };
}

/**
 * Puts more of an item in, at the price the shopper sees.
 *
 * @throws {InsufficientStock} when the basket would hold more than there is, or than it may hold of one item
 */
export function addQuantity(
  basket: Basket,
  item: CatalogItem,
  more: number,
  seenPrice: Money = item.price,
): Basket {
  const held = basket.lines.find(({ itemId }) => itemId === item.id)?.quantity ?? 0;
  const requested = held + more;
  const available = Math.min(item.availableStock, maxQuantity);
  if (item.active && requested > available)
    throw new InsufficientStock([{ itemId: item.id, name: item.name, requested, available }]);
  return setQuantity(basket, item, requested, seenPrice);
}

/** Takes an item out; returns the same object when it was not in. */
export function removeLine(basket: Basket, itemId: number): Basket {
  const lines = basket.lines.filter((line) => line.itemId !== itemId);
  return lines.length === basket.lines.length ? basket : { ...basket, lines };
}

/**
 * Notes what the shopper chose. In another currency the shopper sees other prices, and these are then the ones seen.
 * Returns the same object when nothing changes.
 */
export function choose(
  basket: Basket,
  choice: Choice,
  priceNow: (itemId: number) => Money | undefined,
): Basket {
  if (sameChoice(basket.choice, choice)) return basket;
  const lines = basket.lines.map((line) => {
    const price = priceNow(line.itemId);
    return price && price.currency !== line.seenPrice.currency ? { ...line, seenPrice: price } : line;
  });
  return { ...basket, choice, lines };
}

/**
 * Adds a guest's basket to the user's own. Quantities add up to the maximum; of a line in both, the price the
 * guest saw counts, being the later one, and so does what the guest chose. The user's lines stay first, and lines beyond the maximum are left out.
 * Returns the user's own object when there is nothing to add.
 */
export function mergeBaskets(user: Basket, guest: Basket): Basket {
  if (guest.lines.length === 0) return user;
  const added = new Map(guest.lines.map((line) => [line.itemId, line]));
  const kept = user.lines.map((line) => {
    const more = added.get(line.itemId);
    if (!more) return line;
    added.delete(line.itemId);
    return { ...more, quantity: Math.min(line.quantity + more.quantity, maxQuantity) };
  });
  const choice = { ...user.choice, ...guest.choice };
  return { ...user, choice, lines: [...kept, ...added.values()].slice(0, Math.max(maxLines, kept.length)) };
}
