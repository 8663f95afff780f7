import { postgresAuditLog } from '@quayside/postgres';
import type { ClientBase, Pool } from 'pg';
import { variantName } from '../../domain/product.ts';
import { StockTakeNotFound } from '../../domain/stock-take-errors.ts';
import type { StockTake } from '../../domain/stock-take.ts';
import type { Page } from '../../usecases/brand-store.ts';
import { anywhere } from '../like.ts';
import type { StockTakeLine, StockTakeLineQuery, StockTakeQuery } from '../../usecases/stock-takes.ts';

const { nameOf } = postgresAuditLog;

const personOf = (id: string, name: string | null) => ({ id, ...(name !== null && { name }) });

interface TakeRow extends Pick<
  StockTake,
  'id' | 'name' | 'state' | 'lines' | 'counted' | 'differing' | 'surplus' | 'missing' | 'version'
> {
  reason: string | null;
  created_by: string;
  created_name: string | null;
  created_at: Date;
  booked_by: string | null;
  booked_name: string | null;
  booked_at: Date | null;
}

const takeSql = (rest: string): string => `
  SELECT takes.id, takes.name, takes.state, takes.reason, takes.version, created_by, created_at, booked_by, booked_at,
         ${nameOf('created_by')} AS created_name, ${nameOf('booked_by')} AS booked_name, sums.*
    FROM (SELECT * FROM stock_takes ${rest}) AS takes
   CROSS JOIN LATERAL (
     SELECT count(*)::int AS lines, count(counted)::int AS counted,
            count(*) FILTER (WHERE counted <> expected)::int AS differing,
            coalesce(sum(counted - expected) FILTER (WHERE counted > expected), 0)::int AS surplus,
            coalesce(sum(expected - counted) FILTER (WHERE counted < expected), 0)::int AS missing
       FROM stock_take_lines WHERE stock_take_id = takes.id) AS sums
   ORDER BY created_at DESC, takes.id`;

const toTake = (row: TakeRow): StockTake => {
  const { id, name, state, lines, counted, differing, surplus, missing, version } = row;
  return {
    ...{ id, name, state, lines, counted, differing, surplus, missing, version },
    ...(row.reason !== null && { reason: row.reason }),
    createdBy: personOf(row.created_by, row.created_name),
    createdAt: row.created_at.toISOString(),
    ...(row.booked_by !== null && { bookedBy: personOf(row.booked_by, row.booked_name) }),
    ...(row.booked_at !== null && { bookedAt: row.booked_at.toISOString() }),
  };
};

const fits = '($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR lower(name) LIKE $2)';

export const listStockTakes = async (
  pool: Pool,
  { state, q, page, pageSize }: StockTakeQuery,
): Promise<Page<StockTake>> => {
  const filter = [state ?? null, q === undefined ? null : anywhere(q)];
  const [found, counted] = await Promise.all([
    pool.query<TakeRow>(takeSql(`WHERE ${fits} ORDER BY created_at DESC, id LIMIT $3 OFFSET $4`), [
      ...filter,
      pageSize,
      (page - 1) * pageSize,
    ]),
    pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM stock_takes WHERE ${fits}`, filter),
  ]);
  return { items: found.rows.map(toTake), page, pageSize, totalItems: counted.rows[0]?.count ?? 0 };
};

/** @throws {StockTakeNotFound} */
export const findStockTake = async (db: Pool | ClientBase, id: string): Promise<StockTake> => {
  const { rows } = await db.query<TakeRow>(takeSql('WHERE id = $1'), [id]);
  if (!rows[0]) throw new StockTakeNotFound(id);
  return toTake(rows[0]);
};

interface LineRow {
  itemId: number;
  sku: string;
  barcode: string | null;
  name: string;
  option_values: string[];
  onHand: number;
  reserved: number;
  counted: number | null;
  expected: number | null;
  counted_by: string | null;
  counted_name: string | null;
  counted_at: Date | null;
  version: number;
}

const shows = {
  open: 'counted IS NULL',
  counted: 'counted IS NOT NULL',
  differing: 'counted <> expected',
} as const;

export const linesSql = (condition: string, rest = ''): string => `
  SELECT lines.item_id AS "itemId", items.sku, items.barcode, products.name, items.option_values, stock.on_hand AS "onHand",
         stock.reserved, counted, expected, counted_by, ${nameOf('counted_by')} AS counted_name, counted_at,
         lines.version
    FROM stock_take_lines AS lines
    JOIN items ON items.id = lines.item_id
    JOIN products ON products.id = items.product_id
    JOIN stock ON stock.item_id = lines.item_id
   WHERE stock_take_id = $1 AND ${condition} ORDER BY items.sku, items.id ${rest}`;

const toLine = (row: LineRow): StockTakeLine => ({
  itemId: row.itemId,
  sku: row.sku,
  ...(row.barcode !== null && { barcode: row.barcode }),
  name: variantName(row.name, row.option_values),
  onHand: row.onHand,
  reserved: row.reserved,
  ...(row.counted !== null &&
    row.expected !== null && {
      counted: row.counted,
      expected: row.expected,
      difference: row.counted - row.expected,
    }),
  ...(row.counted_by !== null && { countedBy: personOf(row.counted_by, row.counted_name) }),
  ...(row.counted_at !== null && { countedAt: row.counted_at.toISOString() }),
  version: row.version,
});

export const listStockTakeLines = async (
  pool: Pool,
  id: string,
  { show, page, pageSize }: StockTakeLineQuery,
): Promise<Page<StockTakeLine>> => {
  const condition = show ? shows[show] : 'true';
  const [found, counted] = await Promise.all([
    pool.query<LineRow>(linesSql(condition, 'LIMIT $2 OFFSET $3'), [id, pageSize, (page - 1) * pageSize]),
    pool.query<{ there: boolean; count: number }>(
      `SELECT EXISTS (SELECT 1 FROM stock_takes WHERE id = $1) AS there,
              (SELECT count(*)::int FROM stock_take_lines WHERE stock_take_id = $1 AND ${condition}) AS count`,
      [id],
    ),
  ]);
  if (!counted.rows[0]?.there) throw new StockTakeNotFound(id);
  return { items: found.rows.map(toLine), page, pageSize, totalItems: counted.rows[0].count };
};

export const loadStockTakeLines = async (
  tx: ClientBase,
  id: string,
  itemIds: readonly number[],
): Promise<StockTakeLine[]> =>
  (await tx.query<LineRow>(linesSql('lines.item_id = ANY($2)'), [id, itemIds])).rows.map(toLine);
