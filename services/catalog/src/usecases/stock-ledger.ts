import type { Availability, Reservation, ReservationDecision } from '../domain/reservation.ts';
import type { StockDecision, StockLevel } from '../domain/stock-level.ts';
import type { Actor } from './actor.ts';
import type { StockedItem } from './catalog-reads.ts';

/** What one order wants of the ledger. */
export interface ReservationChange {
  readonly orderId: string;
  /** Items to look at beside those that the order holds already. */
  readonly itemIds: readonly number[];
  /** An undefined decision changes nothing. */
  decide(current: Reservation, availability: Availability): ReservationDecision | undefined;
  /** Runs `work` in the flow of what asked for the change, which its facts then name as their cause. */
  within?<T>(work: () => T): T;
}

/** The part of the ledger that orders move, inside the transaction of the events that move it. */
export interface ReservationLedger {
  /**
   * Locks the orders' reservations and, in order of id, the stock of all items they ask for or hold; lets each change
   * decide in turn, upon what those before it left; writes reservations, stock and facts.
   */
  update(changes: readonly ReservationChange[]): Promise<void>;
}

export interface StockAdjustment {
  readonly delta: number;
  readonly reason: string;
  readonly madeBy: Actor;
}

/** The part that people move. */
export interface StockStore {
  /**
   * Locks the item's stock, lets `decide` compute the new one, writes it with its journal entry and facts.
   *
   * @throws {ItemNotFound} and whatever `decide` throws, with nothing written.
   */
  adjust(
    itemId: number,
    adjustment: StockAdjustment,
    decide: (level: StockLevel) => StockDecision,
  ): Promise<StockedItem>;
}
