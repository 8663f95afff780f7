import type { ClientBase } from 'pg';
import type { CatalogFact } from '../domain/catalog-fact.ts';
import type { Availability, Reservation, ReservationDecision, StockMove } from '../domain/reservation.ts';
import type { ReservationChange, ReservationLedger } from '../usecases/stock-ledger.ts';
import type { Announce } from './announce.ts';
import { moveStock } from './move-stock.ts';
import { lockReservations, lockStock, saveReservations, saveReturns } from './reservation-rows.ts';

const itemsHeld = (reservations: Iterable<Reservation>): number[] =>
  [...reservations].flatMap((reservation) =>
    'lines' in reservation ? reservation.lines.map(({ itemId }) => itemId) : [],
  );

interface Decided {
  readonly change: ReservationChange;
  readonly decision: ReservationDecision;
}

/** Each change decides upon what those before it left. */
const decideInTurn = (
  changes: readonly ReservationChange[],
  reservations: Map<string, Reservation>,
  availability: Availability,
): Decided[] => {
  const left = new Map(availability);
  const take = ({ itemId, reserved }: StockMove): void =>
    void left.set(itemId, (left.get(itemId) ?? 0) - reserved);
  return changes.flatMap((change) => {
    const decision = change.decide(reservations.get(change.orderId) ?? { status: 'none' }, left);
    if (!decision) return [];
    reservations.set(change.orderId, decision.next);
    // What is sold was reserved before, and what is returned is on the shelf again.
    for (const move of decision.moves) take({ ...move, reserved: move.reserved + move.sold });
    return [{ change, decision }];
  });
};

/** The ledger inside transaction `tx`: it becomes visible, and its events leave, when the caller commits. */
export const reservationLedgerIn = (tx: ClientBase, announce: Announce): ReservationLedger => ({
  update: async (changes) => {
    const reservations = await lockReservations(
      tx,
      changes.map(({ orderId }) => orderId),
    );
    const asked = changes.flatMap(({ itemIds }) => itemIds);
    const availability = await lockStock(tx, [...new Set([...asked, ...itemsHeld(reservations.values())])]);
    const decided = decideInTurn(changes, reservations, availability);
    if (decided.length === 0) return;

    await saveReservations(
      tx,
      decided.map(({ change: { orderId }, decision: { next } }) => ({ orderId, next })),
    );
    await saveReturns(
      tx,
      decided.flatMap(({ change: { orderId }, decision }) =>
        decision.cameBack ? [{ orderId, ...decision.cameBack }] : [],
      ),
    );
    const moves = decided.flatMap(({ change: { orderId }, decision }) =>
      decision.moves.map((move) => ({ ...move, orderId })),
    );
    const figures = await moveStock(tx, moves);

    const flows = new Map<CatalogFact, ReservationChange['within']>();
    const lastToMove = (itemId: number) =>
      decided.findLast(({ decision }) => decision.moves.some((move) => move.itemId === itemId))?.change;
    for (const figure of figures) flows.set(figure, lastToMove(figure.itemId)?.within);
    for (const { change, decision } of decided) {
      for (const fact of decision.facts) flows.set(fact, change.within);
    }
    await announce(tx, [...flows.keys()], (fact) => flows.get(fact));
  },
});
