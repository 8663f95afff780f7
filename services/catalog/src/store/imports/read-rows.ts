import type { ClientBase } from 'pg';
import { ImportFileUnfit } from '../../domain/import-errors.ts';
import type { ImportRow, ImportSettings } from '../../domain/imports/import-file.ts';
import { decimalSignIn, type DecimalSign } from '../../domain/imports/read-amount.ts';
import { createRowKeys, signsIn } from '../../usecases/imports/row-keys.ts';
import type { TableFiles } from '../../usecases/imports/table-file.ts';
import { keptFile } from './import-parts.ts';
import { inBatches } from './in-batches.ts';

const maxRows = 200_000;
const rowsAtOnce = 2_000;

type Mends = ReadonlyMap<number, readonly { readonly column: number; readonly value: string }[]>;

const loadMends = async (tx: ClientBase, id: string): Promise<Mends> => {
  const { rows } = await tx.query<{ row: number; column: number; value: string }>(
    'SELECT row, "column", value FROM import_mends WHERE import_id = $1',
    [id],
  );
  const mends = new Map<number, { column: number; value: string }[]>();
  for (const { row, ...mend } of rows) mends.set(row, [...(mends.get(row) ?? []), mend]);
  return mends;
};

const mended = ({ row, cells }: ImportRow, mends: Mends): readonly string[] => {
  const found = mends.get(row);
  if (!found) return cells;
  const next = [...cells];
  for (const { column, value } of found) next[column] = value;
  return Array.from(next, (cell) => cell ?? '');
};

/**
 * Reads a kept file into rows, each with the product it belongs to, and those products in their order.
 *
 * @returns the decimal sign of its prices, where they show one
 * @throws {ImportFileUnfit}
 */
export const readRows = async (
  tx: ClientBase,
  files: TableFiles,
  { id, settings }: { id: string; settings: ImportSettings },
): Promise<{ rows: number; sign: DecimalSign | undefined }> => {
  await tx.query('DELETE FROM import_rows WHERE import_id = $1', [id]);
  await tx.query('DELETE FROM import_products WHERE import_id = $1', [id]);
  await tx.query('DELETE FROM import_faults WHERE import_id = $1', [id]);
  const mends = await loadMends(tx, id);
  const keyOf = createRowKeys(settings);
  const signs = new Set<DecimalSign>();
  let count = 0;
  let isFirst = true;
  for await (const batch of inBatches(files.rows(await keptFile(tx, id), settings), rowsAtOnce)) {
    const rows = batch
      // The first has the names of the columns.
      .slice(isFirst ? 1 : 0)
      .map((read) => ({ row: read.row, cells: mended(read, mends) }))
      .map(({ row, cells }) => ({ row, cells, key: keyOf(cells) }));
    isFirst = false;
    for (const { cells } of rows) for (const sign of signsIn(cells, settings.mapping)) signs.add(sign);
    count += rows.length;
    if (count > maxRows) throw new ImportFileUnfit(`More than ${maxRows} rows: divide the file`);
    await tx.query(
      `INSERT INTO import_rows (import_id, row, key, cells)
       SELECT $1, row, key, cells FROM jsonb_to_recordset($2) AS row (row int, key text, cells jsonb)`,
      [id, JSON.stringify(rows)],
    );
  }
  if (count === 0) throw new ImportFileUnfit('It has no rows below the names of its columns');
  await tx.query(
    `INSERT INTO import_products (import_id, position, row, key)
     SELECT $1, row_number() OVER (ORDER BY min(row)), min(row), key
       FROM import_rows WHERE import_id = $1 GROUP BY key`,
    [id],
  );
  return { rows: count, sign: settings.decimal === 'file' ? decimalSignIn(signs) : settings.decimal };
};
