import { sameMoney, type Money, type PriceBreakdown } from '@quayside/contracts/money';
import { BasketChanged, BasketEmpty, InsufficientStock, ItemNotActive, PriceChanged } from './errors.ts';
import {
  itemsIn,
  priceBasket,
  type BasketState,
  type PricedBasket,
  type PricedLine,
} from './priced-basket.ts';
import { requireOffered, termsFor } from './terms.ts';

interface Buyer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Who has no account, and the language to write to them in. */
  readonly guest?: { readonly locale: string } | undefined;
}

interface Address {
  readonly name: string;
  readonly company?: string | undefined;
  readonly street: string;
  readonly street2?: string | undefined;
  readonly city?: string | undefined;
  readonly state?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly country: string;
  readonly phone?: string | undefined;
}

/** What the shopper asks for at checkout. */
export interface CheckOut {
  readonly buyer: Buyer;
  readonly shippingAddress: Address;
  readonly paymentToken: string;
  /** The total the shopper was shown and agrees to. */
  readonly acceptedTotal?: Money | undefined;
  /** What the shopper was shown, and agrees to. */
  readonly acceptedLines?: readonly { readonly itemId: number; readonly quantity: number }[] | undefined;
}

/** Who checked out, and where to: what Ordering is to know, and nobody else. */
export interface CheckoutDetails {
  readonly orderId: string;
  readonly name: string;
  readonly email: string;
  readonly shippingAddress: Address;
  readonly guest?: { readonly locale: string } | undefined;
}

/** The fact that a shopper bought a basket: the birth of an order. */
export interface BasketCheckedOut {
  readonly orderId: string;
  readonly buyer: Buyer;
  readonly shippingAddress: Address;
  readonly paymentToken: string;
  readonly lines: readonly Pick<
    PricedLine,
    'itemId' | 'name' | 'names' | 'unitPrice' | 'quantity' | 'pictureUrl'
  >[];
  readonly price: PriceBreakdown;
  /** The code whose discount is in the price. */
  readonly coupon?: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * Decides a checkout: refuses an empty basket, an address that is not sold to, an item that is no longer sold, more than is in
 * stock, and any total the shopper has not seen. The address says where the basket goes, whatever was chosen before; the currency stays the one it
 * was shown in.
 *
 * With `acceptedTotal` the total must be exactly that. Without it no line may cost other than when it was put in.
 */
export function checkOut(
  state: BasketState,
  command: CheckOut,
  { orderId, now }: { orderId: string; now: number },
): BasketCheckedOut {
  if (state.basket.lines.length === 0) throw new BasketEmpty();
  const { country, state: region } = command.shippingAddress;
  const items = itemsIn(state);
  const { currency } = termsFor(state.settings, state.basket.choice, items);
  const choice = { ...state.basket.choice, country, state: region, currency };
  requireOffered(state.settings, choice, { items, isAddress: true });
  const basket = priceBasket(state, now, choice);
  refuseUnseenLines(basket, command.acceptedLines);
  refuseUnsold(basket, state.items);
  refuseShortages(basket);
  refuseUnseenTotal(basket, command.acceptedTotal);
  return {
    orderId,
    buyer: command.buyer,
    shippingAddress: command.shippingAddress,
    paymentToken: command.paymentToken,
    lines: basket.lines.map(({ itemId, name, names, unitPrice, quantity, pictureUrl }) => ({
      itemId,
      name,
      ...(names && { names }),
      unitPrice,
      quantity,
      pictureUrl,
    })),
    price: basket.price,
    ...(basket.coupon?.state === 'applied' && { coupon: basket.coupon.coupon.code }),
    at: now,
  };
}

function refuseUnseenLines({ lines }: PricedBasket, accepted: CheckOut['acceptedLines']): void {
  if (!accepted) return;
  const seen = new Map(accepted.map(({ itemId, quantity }) => [itemId, quantity]));
  const isAsSeen = lines.every(({ itemId, quantity }) => seen.get(itemId) === quantity);
  if (isAsSeen && seen.size === lines.length) return;
  throw new BasketChanged(lines.map(({ itemId, name, quantity }) => ({ itemId, name, quantity })));
}

function refuseUnsold({ lines }: PricedBasket, items: BasketState['items']): void {
  const unsold = lines.filter(({ itemId }) => !items.get(itemId)?.active);
  if (unsold.length > 0) throw new ItemNotActive(unsold);
}

function refuseShortages(basket: PricedBasket): void {
  const short = basket.lines.filter((line) => !line.available);
  if (short.length === 0) return;
  throw new InsufficientStock(
    short.map(({ itemId, name, quantity, availableStock }) => ({
      itemId,
      name,
      requested: quantity,
      available: availableStock,
    })),
  );
}

function refuseUnseenTotal(basket: PricedBasket, acceptedTotal: Money | undefined): void {
  const { total } = basket.price.totals;
  const changes = basket.lines.flatMap(({ itemId, name, previousUnitPrice, unitPrice }) =>
    previousUnitPrice ? [{ itemId, name, oldPrice: previousUnitPrice, newPrice: unitPrice }] : [],
  );
  const seen = acceptedTotal ? sameMoney(acceptedTotal, total) : changes.length === 0;
  if (!seen) throw new PriceChanged(changes, total);
}
