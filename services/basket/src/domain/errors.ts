import type { Money } from '@quayside/contracts/money';

/** A refused command of the shopper; `code` is stable and part of the API, `extra` holds facts for the client. */
abstract class BasketError extends Error {
  abstract readonly code: string;
  readonly extra?: Readonly<Record<string, unknown>>;
}

export class InvalidQuantity extends BasketError {
  readonly code = 'invalid-quantity' as const;
  constructor(quantity: number) {
    super(`${String(quantity)} is not a quantity a basket can hold`);
  }
}

export class ItemNotFound extends BasketError {
  readonly code = 'item-not-found' as const;
  constructor(itemId: number) {
    super(`There is no item ${itemId}`);
  }
}

export class ItemNotActive extends BasketError {
  readonly code = 'item-not-active' as const;
  override readonly extra: { readonly lines: readonly { readonly itemId: number; readonly name: string }[] };
  constructor(lines: ItemNotActive['extra']['lines']) {
    super(`Not sold at present: ${lines.map(({ name }) => name).join(', ')}`);
    this.extra = { lines: lines.map(({ itemId, name }) => ({ itemId, name })) };
  }
}

export class BasketFull extends BasketError {
  readonly code = 'basket-full' as const;
  constructor() {
    super('The basket holds as many different items as it can');
  }
}

export class ContactMissing extends BasketError {
  readonly code = 'contact-missing' as const;
  constructor() {
    super('A guest said nowhere to write to');
  }
}

export class BasketEmpty extends BasketError {
  readonly code = 'basket-empty' as const;
  constructor() {
    super('There is nothing in the basket to check out');
  }
}

export class WishlistFull extends BasketError {
  readonly code = 'wishlist-full' as const;
  constructor() {
    super('The wishlist holds as many different items as it can');
  }
}

export class WishlistNotFound extends BasketError {
  readonly code = 'wishlist-not-found' as const;
  constructor() {
    super('No wishlist is shared under this link');
  }
}

export interface Shortage {
  readonly itemId: number;
  readonly name: string;
  readonly requested: number;
  readonly available: number;
}

export class InsufficientStock extends BasketError {
  readonly code = 'insufficient-stock' as const;
  override readonly extra: { readonly lines: readonly Shortage[] };
  constructor(lines: readonly Shortage[]) {
    super(`Not enough in stock of ${lines.map((line) => line.name).join(', ')}`);
    this.extra = { lines };
  }
}

/** The shopper agreed to other lines than the basket has; `lines` is what it has. */
export class BasketChanged extends BasketError {
  readonly code = 'basket-changed' as const;
  override readonly extra: {
    readonly lines: readonly { readonly itemId: number; readonly name: string; readonly quantity: number }[];
  };
  constructor(lines: BasketChanged['extra']['lines']) {
    super('The basket is not the one that the shopper was shown');
    this.extra = { lines };
  }
}

export interface PriceChange {
  readonly itemId: number;
  readonly name: string;
  readonly oldPrice: Money;
  readonly newPrice: Money;
}

/** The shopper would pay another total than the one last seen; accepting `total` confirms it afresh. */
export class PriceChanged extends BasketError {
  readonly code = 'price-changed' as const;
  override readonly extra: { readonly changes: readonly PriceChange[]; readonly total: Money };
  constructor(changes: readonly PriceChange[], total: Money) {
    super('The total is not the one the shopper last saw');
    this.extra = { changes, total };
  }
}

export class CountryNotSoldTo extends BasketError {
  readonly code = 'country-not-sold-to' as const;
  constructor(country: string) {
    super(`The shop does not sell to ${country}`);
  }
}

/** An address in its country needs more than it says, or writes it in another form. */
export class AddressInvalid extends BasketError {
  readonly code = 'address-invalid' as const;
  override readonly extra: { readonly faults: readonly { field: string; fault: string }[] };
  constructor(faults: readonly { field: string; fault: string }[]) {
    super(`Not an address: ${faults.map(({ field, fault }) => `${field} ${fault}`).join(', ')}`);
    this.extra = { faults };
  }
}

/** The country is taxed by state, and without one of them there is no price. */
export class StateUnknown extends BasketError {
  readonly code = 'state-unknown' as const;
  constructor(country: string, state: string | undefined) {
    super(
      state === undefined ? `An address in ${country} names its state` : `${country} has no state ${state}`,
    );
  }
}

export class CurrencyNotSoldIn extends BasketError {
  readonly code = 'currency-not-sold-in' as const;
  override readonly extra: { readonly currencies: readonly string[] };
  constructor(country: string, currency: string, currencies: readonly string[]) {
    super(`Orders to ${country} are not paid in ${currency}`);
    this.extra = { currencies };
  }
}

export class ShippingMethodUnknown extends BasketError {
  readonly code = 'shipping-method-unknown' as const;
  constructor(country: string, method: string) {
    super(`Nothing is shipped to ${country} by ${method}`);
  }
}

/** A basket is paid in one currency, and these items have no price in it. */
export class BasketCurrencyMixed extends BasketError {
  readonly code = 'basket-currency-mixed' as const;
  override readonly extra: { readonly currency: string; readonly itemIds: readonly number[] };
  constructor(currency: string, itemIds: readonly number[]) {
    super(`The basket is in ${currency}, and not all of it has a price in that`);
    this.extra = { currency, itemIds };
  }
}

export class CouponNotValid extends BasketError {
  readonly code = 'coupon-not-valid' as const;
  constructor() {
    super('There is no such code, or its time is not now');
  }
}

export class IdempotencyKeyReused extends BasketError {
  readonly code = 'idempotency-key-reused' as const;
  constructor() {
    super('This Idempotency-Key was used for a different request');
  }
}

export class GuestTokenInvalid extends BasketError {
  readonly code = 'guest-token-invalid' as const;
  constructor(options?: ErrorOptions) {
    super('The token in the body is not a valid guest token', options);
  }
}

/** The same basket was changed from elsewhere again and again while this change was tried. */
export class BasketContended extends BasketError {
  readonly code = 'basket-contended' as const;
  constructor() {
    super('The basket is being changed from elsewhere');
  }
}

/** The store did not answer; whether a change was made is unknown, repeating it is safe. */
export class BasketUnavailable extends BasketError {
  readonly code = 'basket-unavailable' as const;
  constructor(options?: ErrorOptions) {
    super('Baskets are out of reach right now; trying again is safe', options);
  }
}
