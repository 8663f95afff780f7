import type { Money } from '@quayside/contracts/money';
import { maxQuantity, type Basket, type BasketLine } from './basket.ts';
import { runs } from './campaign.ts';
import type { CheckOut } from './check-out.ts';
import type { Choice } from './choice.ts';
import { isUsedUp, unused } from './coupon-limits.ts';
import { DraftOrderClosed, PaymentLinkSentTooOften, StaleVersion } from './draft-order-errors.ts';
import { CouponNotValid, InvalidQuantity, ItemNotActive, ItemNotFound } from './errors.ts';
import { priceIn } from './price-in.ts';
import type { BasketState } from './priced-basket.ts';
import { requireOffered, termsFor } from './terms.ts';

/** Whom a draft is for, and where to: what is forgotten once it is an order. */
export interface DraftBuyer {
  /** Whose account it is for; a guest has none. */
  readonly customer?: { readonly id: string; readonly name: string } | undefined;
  readonly email: string;
  readonly language: 'en' | 'de';
  readonly shippingAddress: CheckOut['shippingAddress'];
  readonly note?: string | undefined;
}

/** What links to a draft are signed with, and until when the last one is good. Times in epoch milliseconds. */
export interface DraftLink {
  readonly key: string;
  readonly until: number;
  readonly sentAt: readonly number[];
  readonly isWithdrawn: boolean;
}

/** What is known of a draft for as long as it is listed; nothing of a person. */
export interface DraftFacts {
  readonly createdAt: number;
  readonly changedAt: number;
  readonly total: Money;
  readonly units: number;
  readonly link?: DraftLink | undefined;
}

/** An order that staff write down for somebody. What is in it, and how it is sent, is a basket of its own. */
export interface DraftOrder {
  readonly id: string;
  /** That of its basket. */
  readonly version: number;
  readonly facts: DraftFacts;
  /** Absent once it is ordered. */
  readonly buyer?: DraftBuyer | undefined;
  /** Whose order it became. */
  readonly orderedBy?: string | undefined;
}

/** A draft that is no order yet. */
export type OpenDraftOrder = DraftOrder & { readonly buyer: DraftBuyer };

const linkValidForMs = 7 * 24 * 60 * 60 * 1000;
const linksADay = 5;
const dayMs = 24 * 60 * 60 * 1000;

export const draftStateOf = (
  { buyer, facts: { link } }: DraftOrder,
  now: number,
): 'draft' | 'sent' | 'expired' | 'withdrawn' | 'ordered' => {
  if (!buyer) return 'ordered';
  if (!link) return 'draft';
  if (link.isWithdrawn) return 'withdrawn';
  return link.until > now ? 'sent' : 'expired';
};

export const isOpen = (draft: DraftOrder): draft is OpenDraftOrder => draft.buyer !== undefined;

/**
 * Lets a change pass that was made on what is there.
 *
 * @throws {DraftOrderClosed}
 * @throws {StaleVersion}
 */
export function requireCurrent(draft: DraftOrder, version: number): asserts draft is OpenDraftOrder {
  if (!isOpen(draft)) throw new DraftOrderClosed();
  if (draft.version !== version) throw new StaleVersion(draft);
}

/** What staff ask for in a draft. */
interface AskedLines {
  readonly lines: readonly { readonly itemId: number; readonly quantity: number }[];
  readonly choice: Choice;
}

/**
 * The basket that was asked for, at the prices of now.
 *
 * @param isAddress whether it goes to an address, and not only to a country
 * @throws what a shopper's basket would be refused with
 */
export function fillBasket(
  state: BasketState,
  { lines, choice }: AskedLines,
  { isAddress, now }: { isAddress: boolean; now: number },
): Basket {
  const items = lines.map(({ itemId, quantity }) => {
    const item = state.items.get(itemId);
    if (!item || item.removed) throw new ItemNotFound(itemId);
    if (!item.active) throw new ItemNotActive([{ itemId, name: item.name }]);
    if (quantity > maxQuantity) throw new InvalidQuantity(quantity);
    return item;
  });
  requireOffered(state.settings, choice, { items, isAddress });
  const { coupon, couponUse = unused } = state;
  const isCouponValid =
    choice.coupon === undefined ||
    (coupon?.code === choice.coupon && runs(coupon, now) && !isUsedUp(coupon, couponUse));
  if (!isCouponValid) throw new CouponNotValid();
  const { currency } = termsFor(state.settings, choice, items);
  const filled = lines.map(({ itemId, quantity }, at): BasketLine => {
    const item = items[at];
    const seenPrice = item && priceIn(item, currency);
    if (!seenPrice) throw new ItemNotFound(itemId);
    return { itemId, quantity, seenPrice };
  });
  return { version: state.basket.version, lines: filled, choice };
}

/**
 * The link that is to be sent, good for some days from now.
 *
 * @param newKey what it is signed with, where there is none yet or the last was taken back
 * @throws {PaymentLinkSentTooOften}
 */
export const sendLink = (link: DraftLink | undefined, now: number, newKey: () => string): DraftLink => {
  const sentAt = (link?.sentAt ?? []).filter((at) => at > now - dayMs);
  if (sentAt.length >= linksADay) throw new PaymentLinkSentTooOften(linksADay);
  const key = link && !link.isWithdrawn ? link.key : newKey();
  return { key, until: now + linkValidForMs, sentAt: [...sentAt, now], isWithdrawn: false };
};
