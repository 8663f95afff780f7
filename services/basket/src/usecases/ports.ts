import type { SalesSettings } from '@quayside/contracts/money';
import type { Basket } from '../domain/basket.ts';
import type { Campaign, Coupon } from '../domain/campaign.ts';
import type { ItemFacts } from '../domain/catalog-item.ts';
import type { BasketCheckedOut, CheckoutDetails } from '../domain/check-out.ts';
import type { Notice } from '../domain/notice.ts';
import type { BasketState } from '../domain/priced-basket.ts';

/** Whose basket it is: a user's stays, a guest's expires. */
export interface Owner {
  readonly id: string;
  readonly kind: 'user' | 'guest';
  /** Nobody shops in it: staff wrote it down for somebody. */
  readonly isDraft?: true;
  /** For whom uses of a code count, where that is somebody else. */
  readonly countsAs?: string;
}

/** The shopper's id for one intended checkout, and a digest of what was asked for under it. */
export interface IdempotencyKey {
  readonly key: string;
  readonly fingerprint: string;
}

/** What is not in the basket yet, and is read along with it. */
export interface ReadAlong {
  readonly items?: readonly number[];
  /** A code, in place of the basket's own. */
  readonly coupon?: string;
}

/**
 * Loads and saves baskets. Every change is computed by a pure function from one consistent read and written only
 * if the basket is still the one that was read; otherwise it is computed afresh, a bounded number of times.
 */
export interface BasketStore {
  read(owner: Owner, also?: ReadAlong): Promise<BasketState>;
  /** What every basket is priced by. */
  readSettings(): Promise<SalesSettings>;
  /** Writes what `change` returns, unless it returns the basket it was given; answers the state afterwards. */
  update(owner: Owner, change: (state: BasketState) => Basket, also?: ReadAlong): Promise<BasketState>;
  /**
   * In one atomic step: remembers the order id under the key, empties the basket, and appends the event `decide`
   * returned to the outbox. A key that is remembered answers its order id without deciding again; what `decide`
   * throws leaves everything as it was, the key included.
   */
  checkOut(
    owner: Owner,
    key: IdempotencyKey,
    decide: (state: BasketState) => BasketCheckedOut,
  ): Promise<{ orderId: string; repeated: boolean }>;
  /** Replaces the user's basket by the merged one and empties the guest's, both or neither. */
  merge(user: Owner, guest: Owner, merge: (user: Basket, guest: Basket) => Basket): Promise<BasketState>;
}

/** The local copy of what other services publish. A version not newer than the one kept is ignored. */
export interface CatalogCopy {
  /** Several of one item may be among them; the newest is kept. */
  keepItems(changes: readonly { readonly item: ItemFacts; readonly version: number }[]): Promise<void>;
  /** The same for how many there are of items; versions are those of the stock. It may be told before the item. */
  keepStock(
    changes: readonly { readonly itemId: number; readonly available: number; readonly version: number }[],
  ): Promise<void>;
  removeItem(itemId: number, version: number): Promise<void>;
  keepCampaign(campaign: Campaign, version: number): Promise<void>;
  keepCoupon(coupon: Coupon, version: number): Promise<void>;
  keepSettings(settings: SalesSettings & { readonly version: number }): Promise<void>;
}

/** Which orders used which code. Each order is counted once, and what is given back once. */
export interface CouponUses {
  /** Those that this service does not know yet: it took them down itself when they were placed. */
  note(
    uses: readonly { readonly orderId: string; readonly code: string; readonly buyerId: string }[],
  ): Promise<void>;
  /** Of orders that came to nothing. */
  giveBack(orderIds: readonly string[]): Promise<void>;
}

/** What checkouts say of people, from the checkout until the order is submitted. */
export interface KeptDetails {
  /** Those that are kept. */
  of(checkouts: readonly Checkout[]): Promise<readonly CheckoutDetails[]>;
  /** Forgets those of these checkouts. */
  drop(checkouts: readonly Checkout[]): Promise<void>;
  /** Forgets all that is kept of a user, the basket too. */
  forget(userId: string): Promise<void>;
}

interface Checkout {
  readonly orderId: string;
  readonly buyerId: string;
}

/** Tells the open pages of an owner, on whichever replica they are, what changed in their basket. */
export interface OpenBaskets {
  /** Resolves once no later change can be missed; the result ends the watch. */
  watch(owner: Owner, tell: (notice: Notice) => void): Promise<() => void>;
}

/** Verifies the token a guest shopped with; throws `GuestTokenInvalid`. */
export type RecogniseGuest = (token: string) => Promise<Owner>;
