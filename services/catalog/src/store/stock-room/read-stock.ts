import { postgresAuditLog } from '@quayside/postgres';
import type { ClientBase, Pool } from 'pg';
import { ItemNotFound } from '../../domain/errors.ts';
import { variantName } from '../../domain/product.ts';
import type { Page } from '../../usecases/brand-store.ts';
import type { Movement, StockLine, StockListQuery } from '../../usecases/stock-room.ts';

type LineRow = Omit<StockLine, 'name'> & { name: string; option_values: string[] };

const columns = `items.id AS "itemId", items.product_id AS "productId", items.sku, products.name, items.option_values,
  stock.on_hand AS "onHand", stock.reserved, stock.available, stock.low_threshold AS "lowThreshold",
  greatest(stock.version, 1) AS version`;

const tables = 'items JOIN stock ON stock.item_id = items.id JOIN products ON products.id = items.product_id';

const toLine = ({ option_values, name, ...line }: LineRow): StockLine => ({
  ...line,
  name: variantName(name, option_values),
});

const orders: Readonly<Record<string, string>> = {
  sku: 'items.sku, items.id',
  '-sku': 'items.sku DESC, items.id DESC',
  available: 'stock.available, stock.item_id',
  '-available': 'stock.available DESC, stock.item_id DESC',
};

const levels = { low: 'stock.available <= stock.low_threshold', out: 'stock.available = 0' } as const;

export const stockConditions = ({ q, level }: Pick<StockListQuery, 'q' | 'level'>) => {
  const params: unknown[] = [];
  const where: string[] = [];
  if (q !== undefined) {
    const begins = `${q.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
    where.push(`lower(items.sku) LIKE $${params.push(begins)}`);
  }
  if (level) where.push(levels[level]);
  return { where: where.join(' AND ') || 'true', params };
};

export const stockPageSql = (where: string, sort = 'sku', params = 0): string =>
  `SELECT ${columns} FROM ${tables} WHERE ${where} ORDER BY ${orders[sort] ?? 'items.sku, items.id'}
    LIMIT $${params + 1} OFFSET $${params + 2}`;

export const listStock = async (
  pool: Pool,
  { page, pageSize, sort, ...filter }: StockListQuery,
): Promise<Page<StockLine>> => {
  const { where, params } = stockConditions(filter);
  const [found, counted] = await Promise.all([
    pool.query<LineRow>(stockPageSql(where, sort, params.length), [
      ...params,
      pageSize,
      (page - 1) * pageSize,
    ]),
    pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM items JOIN stock ON stock.item_id = items.id WHERE ${where}`,
      params,
    ),
  ]);
  return { items: found.rows.map(toLine), page, pageSize, totalItems: counted.rows[0]?.count ?? 0 };
};

export const loadLines = async (db: Pool | ClientBase, itemIds: readonly number[]): Promise<StockLine[]> => {
  const { rows } = await db.query<LineRow>(
    `SELECT ${columns} FROM ${tables} WHERE items.id = ANY($1) ORDER BY items.sku`,
    [itemIds],
  );
  return rows.map(toLine);
};

/** @throws {ItemNotFound} */
export const loadLine = async (db: Pool | ClientBase, itemId: number): Promise<StockLine> => {
  const [line] = await loadLines(db, [itemId]);
  if (!line) throw new ItemNotFound(itemId);
  return line;
};

interface MovementRow {
  id: string;
  kind: Movement['kind'];
  delta: number;
  order_id: string | null;
  reason: string | null;
  made_by: string | null;
  name: string | null;
  made_at: Date;
}

const toMovement = (row: MovementRow): Movement => ({
  id: Number(row.id),
  kind: row.kind,
  delta: row.delta,
  ...(row.order_id !== null && { orderId: row.order_id }),
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.made_by !== null && {
    madeBy: { id: row.made_by, ...(row.name !== null && { name: row.name }) },
  }),
  madeAt: row.made_at.toISOString(),
});

export const readJournal = async (
  pool: Pool,
  itemId: number,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<Page<Movement>> => {
  const [found, counted] = await Promise.all([
    pool.query<MovementRow>(
      `SELECT movements.id, kind, delta, order_id, reason, made_by, made_at,
              ${postgresAuditLog.nameOf('made_by')} AS name
         FROM stock_movements AS movements WHERE item_id = $1 ORDER BY movements.id DESC LIMIT $2 OFFSET $3`,
      [itemId, pageSize, (page - 1) * pageSize],
    ),
    pool.query<{ count: number }>('SELECT count(*)::int AS count FROM stock_movements WHERE item_id = $1', [
      itemId,
    ]),
  ]);
  return { items: found.rows.map(toMovement), page, pageSize, totalItems: counted.rows[0]?.count ?? 0 };
};
