import type { StockTake } from '../domain/stock-take.ts';
import type { Actor } from './actor.ts';
import type { Page } from './brand-store.ts';

export interface StockTakeLine {
  readonly itemId: number;
  readonly sku: string;
  readonly barcode?: string;
  readonly name: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly counted?: number;
  readonly expected?: number;
  readonly difference?: number;
  readonly countedBy?: { readonly id: string; readonly name?: string };
  readonly countedAt?: string;
  readonly version: number;
}

export interface StockTakeChoice {
  readonly category?: number | undefined;
  readonly q?: string | undefined;
  readonly codes?: readonly string[] | undefined;
}

export interface StockCount {
  readonly code: string;
  readonly counted: number | null;
  readonly version: number;
}

export interface StockTakeQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly q?: string | undefined;
  readonly state?: 'open' | 'booked' | undefined;
}

export interface StockTakeLineQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly show?: 'open' | 'counted' | 'differing' | undefined;
}

interface OnTake {
  readonly id: string;
  readonly by: Actor;
}

/** Sheets on which the shelf is counted while sales go on. What is done on them is in the audit log. */
export interface StockTakes {
  list(query: StockTakeQuery): Promise<Page<StockTake>>;
  /** @throws {StockTakeNotFound} */
  find(id: string): Promise<StockTake>;
  /** @throws {StockTakeNotFound} */
  lines(id: string, query: StockTakeLineQuery): Promise<Page<StockTakeLine>>;
  /** @throws {SkusUnknown | NothingChosen | StockTakeTooLarge} */
  create(name: string, choice: StockTakeChoice, by: Actor): Promise<StockTake>;
  /** @throws {StockTakeNotFound | StockTakeBooked | SkusUnknown | NothingChosen | StockTakeTooLarge} */
  addLines(take: OnTake, choice: StockTakeChoice): Promise<StockTake>;
  /**
   * Two codes of one variant are counted together; one that is not on the sheet comes onto it.
   *
   * @throws {StockTakeNotFound | StockTakeBooked | StaleVersion | SkusUnknown | CountedAtUnfit | StockTakeTooLarge} with
   * nothing counted
   */
  count(
    take: OnTake,
    counts: { readonly lines: readonly StockCount[]; readonly countedAt?: Date | undefined },
  ): Promise<{ stockTake: StockTake; lines: readonly StockTakeLine[] }>;
  /** @throws {StockTakeNotFound | StockTakeBooked | StaleVersion | NothingCounted | CountBelowReserved | StockTooLarge} */
  book(take: OnTake & { readonly expectedVersion: number }, reason: string): Promise<StockTake>;
  /** @throws {StockTakeNotFound | StockTakeBooked | StaleVersion} */
  remove(take: OnTake & { readonly expectedVersion: number }): Promise<void>;
}
