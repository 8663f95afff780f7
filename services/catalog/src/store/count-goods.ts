import type { Pool } from 'pg';

/** What there is to sell, in figures. */
export const countGoods = async (pool: Pool) => {
  const { rows } = await pool.query<{ products: number; items: number; onHand: number; reserved: number }>(
    `SELECT (SELECT count(*)::integer FROM products) AS products, count(*)::integer AS items,
            coalesce(sum(on_hand), 0)::integer AS "onHand", coalesce(sum(reserved), 0)::integer AS reserved
     FROM stock`,
  );
  return rows[0] ?? { products: 0, items: 0, onHand: 0, reserved: 0 };
};
