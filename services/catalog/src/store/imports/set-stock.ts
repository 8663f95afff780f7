import type { Actor } from '@quayside/postgres';
import type { ClientBase } from 'pg';
import { CatalogError } from '../../domain/errors.ts';
import { adjustStock, onHand } from '../../domain/stock-level.ts';
import type { Announce } from '../announce.ts';
import { bookStock, lockLevels } from '../stock-room/book-stock.ts';

/**
 * Makes as many be on hand of each SKU as a file says, with journal, events and entries in the audit log.
 *
 * @returns which SKUs moved, and why those did not that could not
 */
export const setStock = async (
  tx: ClientBase,
  announce: Announce,
  { wanted, reason, by }: { wanted: ReadonlyMap<string, number>; reason: string; by: Actor },
): Promise<{ moved: ReadonlySet<string>; refused: ReadonlyMap<string, CatalogError> }> => {
  const refused = new Map<string, CatalogError>();
  if (wanted.size === 0) return { moved: new Set(), refused };
  const levels = await lockLevels(tx, [...wanted.keys()]);
  const booked = levels.flatMap((before) => {
    const delta = (wanted.get(before.sku) ?? 0) - onHand(before);
    if (delta === 0) return [];
    try {
      return [{ before, delta, ...adjustStock(before.itemId, before, delta) }];
    } catch (error) {
      if (!(error instanceof CatalogError)) throw error;
      refused.set(before.sku, error);
      return [];
    }
  });
  if (booked.length === 0) return { moved: new Set(), refused };
  await bookStock(tx, announce, { booked, reason, by });
  return { moved: new Set(booked.map(({ before }) => before.sku)), refused };
};
