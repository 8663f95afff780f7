import type { CatalogFact } from './catalog-fact.ts';
import { StockBelowReserved, StockTooLarge } from './errors.ts';

/** The ledger of one item. On hand = initial + received − sold, and reserved never exceeds it. */
export interface StockLevel {
  readonly initial: number;
  /** Net of all adjustments: deliveries count up, breakage and theft count down. */
  readonly received: number;
  readonly sold: number;
  readonly reserved: number;
  /** Of the stock alone: an edit of the item does not raise it. */
  readonly version: number;
  /** With this many or fewer to be had it is time to order more. */
  readonly lowThreshold: number;
}

export interface StockDecision {
  readonly level: StockLevel;
  readonly facts: readonly CatalogFact[];
}

export const maxOnHand = 1_000_000_000;

type Counted = Pick<StockLevel, 'initial' | 'received' | 'sold' | 'reserved'>;

export const onHand = (level: Counted): number => level.initial + level.received - level.sold;
export const available = (level: Counted): number => onHand(level) - level.reserved;

/** @throws {StockBelowReserved | StockTooLarge} */
export const adjustStock = (itemId: number, level: StockLevel, delta: number): StockDecision => {
  const adjusted = { ...level, received: level.received + delta, version: level.version + 1 };
  if (available(adjusted) < 0) throw new StockBelowReserved(available(level));
  if (onHand(adjusted) > maxOnHand || Math.abs(adjusted.received) > maxOnHand)
    throw new StockTooLarge(maxOnHand);
  return {
    level: adjusted,
    facts: [{ type: 'stock-changed', itemId, available: available(adjusted), version: adjusted.version }],
  };
};
