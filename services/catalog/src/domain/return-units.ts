import type { StockLine } from './catalog-fact.ts';
import { NothingReserved, UnitsNotSold } from './errors.ts';
import type { Reservation, ReservationDecision } from './reservation.ts';

/**
 * Some units of a paid order are the shop's again: back on the shelf. Each return and each cancellation is known by its
 * id, so that a repeat is no change; nor is one after all of the order came back.
 *
 * @throws {NothingReserved | UnitsNotSold}
 */
export const returnUnits = (
  current: Reservation,
  { causeId, lines }: { causeId: string; lines: readonly StockLine[] },
): ReservationDecision | undefined => {
  if (current.status === 'returned') return undefined;
  if (current.status !== 'sold') throw new NothingReserved();
  if (lines.length === 0 || current.cameBack?.has(causeId)) return undefined;
  const left = new Map(current.lines.map(({ itemId, quantity }) => [itemId, quantity]));
  for (const { itemId, quantity } of lines) {
    const rest = (left.get(itemId) ?? 0) - quantity;
    if (rest < 0) throw new UnitsNotSold();
    left.set(itemId, rest);
  }
  const kept = [...left].flatMap(([itemId, quantity]) => (quantity > 0 ? [{ itemId, quantity }] : []));
  const cameBack = new Set([...(current.cameBack ?? []), causeId]);
  return {
    next: { status: 'sold', version: current.version + 1, lines: kept, cameBack },
    moves: lines.map(({ itemId, quantity }) => ({ itemId, reserved: 0, sold: -quantity })),
    facts: [],
    cameBack: { causeId, lines },
  };
};
