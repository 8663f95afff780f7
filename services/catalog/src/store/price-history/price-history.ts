import { postgresAuditLog } from '@quayside/postgres';
import type { Pool } from 'pg';
import { ProductNotFound } from '../../domain/errors.ts';
import type { PriceChange, PriceChangeQuery, PriceHistory } from '../../usecases/price-history.ts';
import { answerOrUnavailable } from '../answer-or-unavailable.ts';

interface Row {
  id: string;
  at: Date;
  item_id: number;
  sku: string;
  currency: string;
  from_amount: number | null;
  to_amount: number | null;
  from_compare_at: number | null;
  to_compare_at: number | null;
  actor_id: string | null;
  name: string | null;
  source_kind: 'job' | 'import' | null;
  source_id: string | null;
}

/** By the index of what changed of an item. */
export const priceChangesSql = `
  SELECT change.*, items.sku,
         ${postgresAuditLog.nameOf('change.actor_id')} AS name
    FROM items
    JOIN price_changes AS change ON change.item_id = items.id
   WHERE items.product_id = $1 AND ($2::int IS NULL OR items.id = $2) AND ($3::text IS NULL OR change.currency = $3)
     AND ($4::bigint IS NULL OR change.id < $4)
   ORDER BY change.id DESC LIMIT $5`;

const given = <Name extends string>(name: Name, value: number | null) =>
  value === null ? {} : ({ [name]: value } as Record<Name, number>);

const toChange = (row: Row): PriceChange => ({
  id: Number(row.id),
  at: row.at.toISOString(),
  itemId: row.item_id,
  sku: row.sku,
  currency: row.currency,
  ...given('from', row.from_amount),
  ...given('to', row.to_amount),
  ...given('compareAtFrom', row.from_compare_at),
  ...given('compareAtTo', row.to_compare_at),
  ...(row.actor_id !== null && { by: { id: row.actor_id, ...(row.name !== null && { name: row.name }) } }),
  ...(row.source_kind !== null &&
    row.source_id !== null && { source: { kind: row.source_kind, id: row.source_id } }),
});

const read = async (pool: Pool, productId: number, query: PriceChangeQuery) => {
  const { itemId, currency, before, pageSize } = query;
  const [known, found] = await Promise.all([
    pool.query('SELECT 1 FROM products WHERE id = $1', [productId]),
    pool.query<Row>(priceChangesSql, [
      productId,
      itemId ?? null,
      currency ?? null,
      before ?? null,
      pageSize + 1,
    ]),
  ]);
  if (known.rowCount === 0) throw new ProductNotFound(String(productId));
  const items = found.rows.slice(0, pageSize).map(toChange);
  const last = items.at(-1);
  return { items, ...(found.rows.length > pageSize && last && { next: last.id }) };
};

export const createPriceHistory = ({ pool }: { pool: Pool }): PriceHistory => ({
  changes: (productId, query) => answerOrUnavailable(read(pool, productId, query)),
});
