import type { ClientBase } from 'pg';
import { SkusUnknown } from '../../domain/errors.ts';
import { NothingChosen, StockTakeTooLarge } from '../../domain/stock-take-errors.ts';
import type { StockTakeChoice } from '../../usecases/stock-takes.ts';

const maxLines = 2_000;

/** What left the shop for good is counted only where some of it is left. */
const onTheShelf = `(products.status <> 'archived' OR stock.on_hand > 0)`;

const idsWhere = async (tx: ClientBase, condition: string, value: unknown): Promise<number[]> => {
  const { rows } = await tx.query<{ id: number }>(
    `SELECT items.id FROM items JOIN products ON products.id = items.product_id JOIN stock ON stock.item_id = items.id
      WHERE ${condition} AND ${onTheShelf} LIMIT ${maxLines + 1}`,
    [value],
  );
  return rows.map(({ id }) => id);
};

/**
 * Items by their SKUs and barcodes, each code with its item.
 *
 * @throws {SkusUnknown}
 */
export const itemsByCodes = async (
  tx: ClientBase,
  codes: readonly string[],
): Promise<Map<string, number>> => {
  const { rows } = await tx.query<{ id: number; sku: string; barcode: string | null }>(
    `SELECT id, sku, barcode FROM items WHERE sku = ANY($1)
      UNION SELECT id, sku, barcode FROM items WHERE barcode = ANY($1)`,
    [codes],
  );
  const bySku = new Map(rows.map(({ id, sku }) => [sku, id]));
  const byBarcode = new Map(rows.map(({ id, barcode }) => [barcode, id]));
  const found = codes.map((code) => [code, bySku.get(code) ?? byBarcode.get(code)] as const);
  const unknown = found.filter(([, id]) => id === undefined).map(([code]) => code);
  if (unknown.length > 0) throw new SkusUnknown(unknown);
  return new Map(found as [string, number][]);
};

/** @param search ids of the products that a text finds
 *  @throws {SkusUnknown | NothingChosen} */
const chosenItems = async (
  tx: ClientBase,
  { category, q, codes }: StockTakeChoice,
  search: (text: string) => Promise<number[]>,
): Promise<number[]> => {
  if (codes) return [...new Set((await itemsByCodes(tx, codes)).values())];
  const found =
    q === undefined
      ? await idsWhere(
          tx,
          'products.category_id IN (SELECT id FROM categories WHERE $1::int = ANY (path))',
          category,
        )
      : await idsWhere(tx, 'products.id = ANY($1::int[])', await search(q));
  if (found.length === 0) throw new NothingChosen();
  return found;
};

/**
 * Puts items on a sheet that is locked or new; those on it stay as they are.
 *
 * @returns how many came onto it
 * @throws {StockTakeTooLarge}
 */
export const putOnSheet = async (
  tx: ClientBase,
  takeId: string,
  itemIds: readonly number[],
): Promise<number> => {
  const { rowCount } = await tx.query(
    `INSERT INTO stock_take_lines (stock_take_id, item_id) SELECT $1, unnest($2::int[]) ON CONFLICT DO NOTHING`,
    [takeId, itemIds],
  );
  const { rows } = await tx.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM stock_take_lines WHERE stock_take_id = $1',
    [takeId],
  );
  if ((rows[0]?.count ?? 0) > maxLines) throw new StockTakeTooLarge(maxLines);
  return rowCount ?? 0;
};

/** @throws {SkusUnknown | NothingChosen | StockTakeTooLarge} */
export const chooseLines = async (
  tx: ClientBase,
  takeId: string,
  choice: StockTakeChoice,
  search: (text: string) => Promise<number[]>,
): Promise<number> => putOnSheet(tx, takeId, await chosenItems(tx, choice, search));
