import type { ClientBase } from 'pg';
import type { CatalogFact } from '../domain/catalog-fact.ts';
import type { StockMove } from '../domain/reservation.ts';
import { prepared } from './prepared.ts';

export interface OrderMove extends StockMove {
  readonly orderId: string;
}

type StockChanged = Extract<CatalogFact, { type: 'stock-changed' }>;

const sumByItem = (moves: readonly StockMove[]): StockMove[] => {
  const sums = new Map<number, StockMove>();
  for (const { itemId, reserved, sold } of moves) {
    const sum = sums.get(itemId) ?? { itemId, reserved: 0, sold: 0 };
    sums.set(itemId, { itemId, reserved: sum.reserved + reserved, sold: sum.sold + sold });
  }
  return [...sums.values()];
};

const journalSales = async (tx: ClientBase, moves: readonly OrderMove[]): Promise<void> => {
  const sales = moves.filter(({ sold }) => sold !== 0);
  if (sales.length === 0) return;
  await tx.query(
    prepared(
      `INSERT INTO stock_movements (item_id, kind, delta, order_id)
       SELECT item_id, CASE WHEN sold > 0 THEN 'sold' ELSE 'returned' END, -sold, order_id
         FROM unnest($1::int[], $2::int[], $3::uuid[]) AS move (item_id, sold, order_id)`,
      [sales.map(({ itemId }) => itemId), sales.map(({ sold }) => sold), sales.map(({ orderId }) => orderId)],
    ),
  );
};

/**
 * Moves the stock of items whose locks the caller holds; what several orders move of one item is one change of it.
 *
 * @returns what others are to be told: a sale of what was reserved leaves as many to be had as before
 */
export const moveStock = async (tx: ClientBase, moves: readonly OrderMove[]): Promise<StockChanged[]> => {
  if (moves.length === 0) return [];
  const sums = sumByItem(moves);
  const itemIds = sums.map(({ itemId }) => itemId);
  const { rows } = await tx.query<{ itemId: number; available: number; version: number }>(
    prepared(
      `UPDATE stock SET reserved = stock.reserved + move.reserved, sold = stock.sold + move.sold,
              version = stock.version + 1
         FROM unnest($1::int[], $2::int[], $3::int[]) AS move (item_id, reserved, sold)
        WHERE stock.item_id = move.item_id
       RETURNING stock.item_id AS "itemId", stock.available, stock.version`,
      [itemIds, sums.map(({ reserved }) => reserved), sums.map(({ sold }) => sold)],
    ),
  );
  await journalSales(tx, moves);
  const stillAvailable = new Set(
    sums.filter(({ reserved, sold }) => reserved + sold === 0).map(({ itemId }) => itemId),
  );
  return rows
    .filter(({ itemId }) => !stillAvailable.has(itemId))
    .map((figure) => ({ type: 'stock-changed', ...figure }));
};
