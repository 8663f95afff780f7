import { inTransaction } from '@quayside/postgres';
import type { Pool } from 'pg';
import type { Announce } from '../announce.ts';
import { tellProductsChanged } from '../tell-products-changed.ts';

const toldAtOnce = 200;

/** Products wait here, as a word may be that of half the shop; each is told once, however many of its words changed. */
const takeSql = `
  DELETE FROM renamed_products WHERE product_id IN (
    SELECT product_id FROM renamed_products ORDER BY product_id LIMIT ${toldAtOnce} FOR UPDATE SKIP LOCKED)
  RETURNING product_id AS id`;

/** Tells others of products whose variants are called otherwise in another language, as a word of theirs was written. */
export const createTellRenamed =
  ({ pool, announce }: { pool: Pool; announce: Announce }) =>
  async (): Promise<void> => {
    const tellSome = () =>
      inTransaction(pool, async (tx) => {
        const { rows } = await tx.query<{ id: number }>(takeSql);
        const ids = rows.map(({ id }) => id);
        if (ids.length > 0) await tellProductsChanged(tx, announce, 'id = ANY ($1)', ids);
        return ids.length;
      });
    while ((await tellSome()) === toldAtOnce);
  };
