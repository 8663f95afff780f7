import type { Item } from '../domain/item.ts';
import type { Availability, Reservation, ReservationDecision } from '../domain/reservation.ts';
import type { StockLevel } from '../domain/stock-level.ts';

/** The part of the ledger that orders move, inside the transaction of the event that moves it. */
export interface ReservationLedger {
  /**
   * Locks the order's reservation and, in order of id, `itemIds` and the items it already holds; lets `decide`
   * look; writes reservation, stock, item versions and facts. An undefined decision writes nothing.
   */
  update(
    orderId: string,
    itemIds: readonly number[],
    decide: (current: Reservation, availability: Availability) => ReservationDecision | undefined,
  ): Promise<void>;
}

export interface StockAdjustment {
  readonly delta: number;
  readonly reason: string;
  /** Id of the admin. */
  readonly madeBy: string;
}

/** The part that people move. */
export interface StockStore {
  /**
   * Locks the item's level, lets `decide` compute the new one, writes it with its journal entry and facts.
   *
   * @throws {ItemNotFound} and whatever `decide` throws, with nothing written.
   */
  adjust(
    itemId: number,
    adjustment: StockAdjustment,
    decide: (level: StockLevel) => StockLevel,
  ): Promise<Item>;
}
