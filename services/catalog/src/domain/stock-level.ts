import { StockBelowReserved, StockTooLarge } from './errors.ts';

/** The ledger of one item. On hand = initial + received − sold, and reserved never exceeds it. */
export interface StockLevel {
  readonly initial: number;
  /** Net of all adjustments: deliveries count up, breakage and theft count down. */
  readonly received: number;
  readonly sold: number;
  readonly reserved: number;
}

export const maxOnHand = 1_000_000_000;

export const onHand = (level: StockLevel): number => level.initial + level.received - level.sold;
export const available = (level: StockLevel): number => onHand(level) - level.reserved;

/** @throws {StockBelowReserved | StockTooLarge} */
export const adjustStock = (level: StockLevel, delta: number): StockLevel => {
  const adjusted = { ...level, received: level.received + delta };
  if (available(adjusted) < 0) throw new StockBelowReserved(available(level));
  if (onHand(adjusted) > maxOnHand || Math.abs(adjusted.received) > maxOnHand)
    throw new StockTooLarge(maxOnHand);
  return adjusted;
};
