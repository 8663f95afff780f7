import type { Money } from './money.ts';

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
  constructor(itemId: number) {
    super(`Item ${itemId} is not sold at present`);
  }
}

export class BasketFull extends BasketError {
  readonly code = 'basket-full' as const;
  constructor() {
    super('The basket holds as many different items as it can');
  }
}

export class BasketEmpty extends BasketError {
  readonly code = 'basket-empty' as const;
  constructor() {
    super('There is nothing in the basket to check out');
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
