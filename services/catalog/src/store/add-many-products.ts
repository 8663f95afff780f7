import { inTransaction } from '@quayside/postgres';
import type { Pool, PoolClient } from 'pg';
import type { Announce } from './announce.ts';
import type { NewProduct } from './new-catalog.ts';
import { addProducts, continueIds } from './seed-catalog.ts';

/** As many at a time as the outbox and a statement bear well. */
const atOnce = 500;

export interface FirstIds {
  readonly firstId: number;
  readonly firstItemId: number;
}

const nextIds = async (tx: PoolClient): Promise<FirstIds> => {
  const { rows } = await tx.query<FirstIds>(
    `SELECT (SELECT coalesce(max(id), 0) + 1 FROM products) AS "firstId",
            (SELECT coalesce(max(id), 0) + 1 FROM items) AS "firstItemId"`,
  );
  return rows[0] as FirstIds;
};

/**
 * Puts `count` products, made by `make` from their numbers, into a catalog that has others already, with their events.
 *
 * @param onProgress is told how many are there
 */
export const addManyProducts = async (
  pool: Pool,
  options: {
    count: number;
    announce: Announce;
    make: (number: number, ids: FirstIds) => NewProduct;
    onProgress?: (added: number) => void;
  },
): Promise<void> => {
  const ids = await inTransaction(pool, nextIds);
  for (let added = 0; added < options.count; added += atOnce) {
    const numbers = Array.from(
      { length: Math.min(atOnce, options.count - added) },
      (_, at) => added + at + 1,
    );
    await inTransaction(pool, async (tx) => {
      await addProducts(
        tx,
        numbers.map((number) => options.make(number, ids)),
        options.announce,
      );
      await continueIds(tx);
    });
    options.onProgress?.(added + numbers.length);
  }
  await pool.query('ANALYZE products, items, prices, stock, media');
};
