import type { Money, Problem } from '@quayside/contracts';

export interface PriceChange {
  itemId: number;
  name: string;
  oldPrice: Money;
  newPrice: Money;
}

export interface Shortage {
  itemId: number;
  name: string;
  requested: number;
  available: number;
}

/** A line of what the shop no longer sells. */
export interface UnsoldLine {
  itemId: number;
  name: string;
}

/** Why an order was not placed, as far as the shopper can do something about it. */
export type Trouble =
  | { kind: 'price-changed'; changes: PriceChange[]; total: Money | undefined }
  | { kind: 'basket-changed' }
  | { kind: 'item-not-active'; lines: UnsoldLine[] }
  | { kind: 'insufficient-stock'; lines: Shortage[] }
  | { kind: 'basket-empty' }
  | { kind: 'signed-out' }
  | { kind: 'refused'; title: string };

export const troubleOf = (problem: Problem): Trouble => {
  const extra = problem as Problem & { changes?: PriceChange[]; total?: Money; lines?: Shortage[] };
  switch (problem.code) {
    case 'price-changed':
      return { kind: 'price-changed', changes: extra.changes ?? [], total: extra.total };
    case 'basket-changed':
      return { kind: 'basket-changed' };
    case 'item-not-active':
      return { kind: 'item-not-active', lines: extra.lines ?? [] };
    case 'insufficient-stock':
      return { kind: 'insufficient-stock', lines: extra.lines ?? [] };
    case 'basket-empty':
      return { kind: 'basket-empty' };
    // A session that ran out makes a guest of the shopper.
    case 'contact-missing':
    case 'sign-in-required':
    case 'unauthenticated':
      return { kind: 'signed-out' };
    default:
      return { kind: 'refused', title: problem.title };
  }
};

/**
 * Whether it is unknown if the order was placed, or certain that it was not but only for the moment. The same request
 * may then be sent again under the same key, and only the same.
 */
export const isUndecided = (problem: Problem): boolean =>
  problem.status >= 500 || problem.status === 429 || problem.code === 'basket-contended';
