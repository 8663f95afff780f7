import { NothingReserved } from './errors.ts';
import type { CatalogFact, Shortfall, StockLine } from './catalog-fact.ts';

/**
 * What one order holds of the stock. `none`: no word of the order yet. `released` is reached from `none` as well:
 * a cancel that overtakes the request leaves it behind, so that the late request reserves nothing.
 */
export type Reservation =
  | { readonly status: 'none' }
  | { readonly status: 'reserved'; readonly version: number; readonly lines: readonly StockLine[] }
  | {
      readonly status: 'sold';
      readonly version: number;
      /** What is still sold of it. */
      readonly lines: readonly StockLine[];
      /** The returns and cancellations that brought back the rest. */
      readonly cameBack?: ReadonlySet<string>;
    }
  | { readonly status: 'rejected' | 'released' | 'returned'; readonly version: number };

export interface StockMove {
  readonly itemId: number;
  readonly reserved: number;
  readonly sold: number;
}

export interface ReservationDecision {
  readonly next: Exclude<Reservation, { status: 'none' }>;
  readonly moves: readonly StockMove[];
  readonly facts: readonly CatalogFact[];
  /** Units of a sale that are the shop's again. */
  readonly cameBack?: { readonly causeId: string; readonly lines: readonly StockLine[] };
}

/** Units available by item id; an unknown item is absent. */
export type Availability = ReadonlyMap<number, number>;

/** One line per item, quantities added up, in order of item id. */
const mergeLines = (lines: readonly StockLine[]): StockLine[] => {
  const quantities = new Map<number, number>();
  for (const { itemId, quantity } of lines) {
    quantities.set(itemId, (quantities.get(itemId) ?? 0) + quantity);
  }
  return [...quantities]
    .map(([itemId, quantity]) => ({ itemId, quantity }))
    .sort((a, b) => a.itemId - b.itemId);
};

const shortfallsOf = (ordered: readonly StockLine[], availability: Availability): Shortfall[] => {
  const senseless = new Set(
    ordered.filter(({ quantity }) => !Number.isInteger(quantity) || quantity < 1).map(({ itemId }) => itemId),
  );
  return mergeLines(ordered)
    .map(({ itemId, quantity }) => ({
      itemId,
      requested: quantity,
      available: availability.get(itemId) ?? 0,
    }))
    .filter(
      ({ itemId, requested, available }) =>
        requested > available || !availability.has(itemId) || senseless.has(itemId),
    );
};

/** Reserves all lines or none. A repeat is no change (undefined), whatever became of the order since. */
export const reserveStock = (
  current: Reservation,
  order: { orderId: string; lines: readonly StockLine[] },
  availability: Availability,
): ReservationDecision | undefined => {
  if (current.status !== 'none') return undefined;
  const { orderId } = order;
  const shortfalls = shortfallsOf(order.lines, availability);
  if (shortfalls.length > 0) {
    return {
      next: { status: 'rejected', version: 1 },
      moves: [],
      facts: [{ type: 'stock-rejected', orderId, lines: shortfalls, version: 1 }],
    };
  }
  const lines = mergeLines(order.lines);
  return {
    next: { status: 'reserved', version: 1, lines },
    moves: lines.map(({ itemId, quantity }) => ({ itemId, reserved: quantity, sold: 0 })),
    facts: [{ type: 'stock-reserved', orderId, lines, version: 1 }],
  };
};

/**
 * The order is paid: what was reserved is sold. A repeat is no change, also after what was sold came back.
 *
 * @throws {NothingReserved}
 */
export const sellReserved = (current: Reservation): ReservationDecision | undefined => {
  switch (current.status) {
    case 'reserved':
      return {
        next: { status: 'sold', version: current.version + 1, lines: current.lines },
        moves: current.lines.map(({ itemId, quantity }) => ({ itemId, reserved: -quantity, sold: quantity })),
        facts: [],
      };
    case 'sold':
    case 'returned':
      return undefined;
    case 'none':
    case 'rejected':
    case 'released':
      throw new NothingReserved();
    default:
      return unreachable(current);
  }
};

/** The order is cancelled: what it reserved is free again, what was sold (paid, not shipped) is back on the shelf. */
export const releaseStock = (current: Reservation): ReservationDecision | undefined => {
  switch (current.status) {
    case 'none':
      return { next: { status: 'released', version: 1 }, moves: [], facts: [] };
    case 'reserved':
      return {
        next: { status: 'released', version: current.version + 1 },
        moves: current.lines.map(({ itemId, quantity }) => ({ itemId, reserved: -quantity, sold: 0 })),
        facts: [],
      };
    case 'sold':
      return {
        next: { status: 'returned', version: current.version + 1 },
        moves: current.lines.map(({ itemId, quantity }) => ({ itemId, reserved: 0, sold: -quantity })),
        facts: [],
      };
    case 'rejected':
    case 'released':
    case 'returned':
      return undefined;
    default:
      return unreachable(current);
  }
};

const unreachable = (value: never): never => {
  throw new Error(`Unknown reservation status: ${JSON.stringify(value)}`);
};
