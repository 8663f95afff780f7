import { StaleVersion, StockBelowReserved } from './errors.ts';
import { CountBelowReserved, CountedAtUnfit, NothingCounted, StockTakeBooked } from './stock-take-errors.ts';
import { adjustStock, type StockDecision, type StockLevel } from './stock-level.ts';

interface Person {
  readonly id: string;
  readonly name?: string;
}

/** A sheet on which the shelf is counted. */
export interface StockTake {
  readonly id: string;
  readonly name: string;
  readonly state: 'open' | 'booked';
  readonly lines: number;
  readonly counted: number;
  readonly differing: number;
  readonly surplus: number;
  readonly missing: number;
  readonly reason?: string;
  readonly createdBy: Person;
  readonly createdAt: string;
  readonly bookedBy?: Person;
  readonly bookedAt?: string;
  readonly version: number;
}

const oldestCountMs = 7 * 24 * 3_600_000;
/** Clocks of people and of the database differ. */
const leewayMs = 60_000;

/** @throws {StockTakeBooked} */
export const requireOpen = (take: StockTake): void => {
  if (take.state === 'booked') throw new StockTakeBooked(take.name);
};

/** @throws {StockTakeBooked | StaleVersion} */
export const requireOpenAt = (take: StockTake, expectedVersion: number): void => {
  requireOpen(take);
  if (take.version !== expectedVersion) throw new StaleVersion(take);
};

/** @throws {CountedAtUnfit} */
export const requireLately = (countedAt: Date | undefined, now: Date): void => {
  const age = countedAt ? now.getTime() - countedAt.getTime() : 0;
  if (age > oldestCountMs || age < -leewayMs) throw new CountedAtUnfit();
};

type SoldLevel = StockLevel & { readonly itemId: number; readonly sku: string };

/**
 * What the differences of a sheet make of the ledger as it is now.
 *
 * @param differences by item: units found beyond what the ledger said at the count, or below nothing those not found
 * @throws {NothingCounted | CountBelowReserved | StockTooLarge}
 */
export const bookDifferences = <L extends SoldLevel>(
  take: StockTake,
  levels: readonly L[],
  differences: ReadonlyMap<number, number>,
): (StockDecision & { readonly before: L; readonly delta: number })[] => {
  if (take.counted === 0) throw new NothingCounted();
  const reserved: string[] = [];
  const booked = levels.flatMap((before) => {
    const delta = differences.get(before.itemId) ?? 0;
    try {
      return [{ before, delta, ...adjustStock(before.itemId, before, delta) }];
    } catch (error) {
      if (!(error instanceof StockBelowReserved)) throw error;
      reserved.push(before.sku);
      return [];
    }
  });
  if (reserved.length > 0) throw new CountBelowReserved(reserved);
  return booked;
};
