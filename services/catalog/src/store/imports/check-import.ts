import type { ClientBase } from 'pg';
import { ImportFileUnfit } from '../../domain/import-errors.ts';
import type { CellFault, ImportRow, ImportSettings } from '../../domain/imports/import-file.ts';
import type { DecimalSign } from '../../domain/imports/read-amount.ts';
import type { WantedProduct } from '../../domain/imports/wanted-product.ts';
import { assembleProduct } from '../../usecases/imports/assemble-product.ts';
import type { ArchiveFiles } from '../../usecases/imports/product-archive.ts';
import type { TableFiles } from '../../usecases/imports/table-file.ts';
import { loadAttributes } from '../full-product/load-rules.ts';
import { keptArchive } from './import-parts.ts';
import { createPlaces } from './places.ts';
import { planBatch } from './plan-batch.ts';
import { readRows } from './read-rows.ts';

export interface CheckOptions {
  readonly files: TableFiles;
  readonly archives: ArchiveFiles;
  /** Of HTML the text. */
  readonly toText: (html: string) => string;
}

interface FoundProduct {
  readonly position: number;
  readonly row: number;
  readonly key: string;
  readonly rows: readonly ImportRow[];
}

const productsAtOnce = 500;

const nextProducts = async (tx: ClientBase, id: string, after: number): Promise<FoundProduct[]> => {
  const { rows } = await tx.query<FoundProduct>(
    `SELECT position, product.row, product.key,
            (SELECT jsonb_agg(jsonb_build_object('row', one.row, 'cells', one.cells) ORDER BY one.row)
               FROM import_rows AS one WHERE one.import_id = $1 AND one.key = product.key) AS rows
       FROM import_products AS product
      WHERE import_id = $1 AND position > $2 ORDER BY position LIMIT ${productsAtOnce}`,
    [id, after],
  );
  return rows;
};

/** What a fault that concerns a product as a whole is called, where it is known to come of one column. */
const withNames = (faults: readonly CellFault[], columns: readonly string[]) =>
  faults.map((fault) => ({ ...fault, name: fault.column === null ? '' : (columns[fault.column] ?? '') }));

const keepFaults = (tx: ClientBase, id: string, faults: readonly CellFault[], columns: readonly string[]) =>
  tx.query(
    `INSERT INTO import_faults (import_id, row, "column", name, value, code, detail, blocks)
     SELECT $1, row, "column", name, value, code, detail, blocks
       FROM jsonb_to_recordset($2) AS row (row int, "column" int, name text, value text, code text, detail text,
                                           blocks boolean)`,
    [id, JSON.stringify(withNames(faults, columns))],
  );

const keepWanted = (
  tx: ClientBase,
  id: string,
  wanted: readonly { position: number; wanted: WantedProduct }[],
) =>
  tx.query(
    `UPDATE import_products SET wanted = row.wanted
       FROM jsonb_to_recordset($2) AS row (position int, wanted jsonb)
      WHERE import_id = $1 AND import_products.position = row.position`,
    [id, JSON.stringify(wanted)],
  );

/** Across the products of a file each SKU and each slug is one product's. */
const createTwinFinder = ({ mapping }: ImportSettings) => {
  const columnOf = (field: string) => (mapping.includes(field) ? mapping.indexOf(field) : null);
  const seen = new Map<string, number>();
  return (row: number, { slug, variants }: WantedProduct): CellFault[] => {
    const names = [
      { name: `slug ${slug}`, row, code: 'slug-twice', value: slug, column: columnOf('handle') },
      ...variants.map((variant) => ({
        name: `SKU ${variant.sku}`,
        row: variant.row,
        code: 'sku-twice',
        value: variant.sku,
        column: columnOf('sku'),
      })),
    ];
    return names.flatMap((one) => {
      const before = seen.get(one.name);
      seen.set(one.name, before ?? one.row);
      if (before === undefined || before === one.row) return [];
      return [
        {
          row: one.row,
          column: one.column,
          value: one.value,
          code: one.code,
          detail: `Row ${before} has the ${one.name} too`,
          blocks: true,
        },
      ];
    });
  };
};

const checkProducts = async (
  tx: ClientBase,
  {
    id,
    settings,
    columns,
    sign,
  }: { id: string; settings: ImportSettings; columns: readonly string[]; sign: DecimalSign | undefined },
  { toText, archives }: CheckOptions,
) => {
  const archive = await keptArchive(tx, archives, id);
  const places = await createPlaces(tx, undefined);
  const attributes = await loadAttributes(tx);
  const twinsOf = createTwinFinder(settings);
  const found = { products: 0, variants: 0, faulty: 0, faults: 0 };
  for (let after = 0; ;) {
    const batch = await nextProducts(tx, id, after);
    const last = batch.at(-1);
    if (!last) return found;
    after = last.position;
    const read = batch.map((product) => {
      const rules = { settings, sign, toText, attributes, ...(archive && { pictureNamed: archive.find }) };
      const { wanted, faults } = assembleProduct(product.key, product.rows, rules);
      const isFit = faults.every(({ blocks }) => !blocks);
      return { ...product, wanted, faults: isFit ? [...faults, ...twinsOf(product.row, wanted)] : faults };
    });
    const fit = read.filter(({ faults }) => faults.every(({ blocks }) => !blocks));
    const plans = await planBatch(
      tx,
      fit.map(({ wanted }) => wanted),
      { places, settings },
    );
    const refused = plans.flatMap((plan, at): CellFault[] => {
      const product = fit[at];
      if (plan.kind !== 'refused' || !product) return [];
      const { code, detail } = plan;
      return [{ row: product.row, column: null, value: product.key, code, detail, blocks: true }];
    });
    const faults = [...read.flatMap((one) => one.faults), ...refused];
    await keepFaults(tx, id, faults, columns);
    await keepWanted(
      tx,
      id,
      fit.filter((_, at) => plans[at]?.kind === 'planned'),
    );
    found.products += batch.length;
    found.variants += read.reduce((sum, { wanted }) => sum + wanted.variants.length, 0);
    found.faults += faults.length;
    found.faulty += batch.length - fit.length + refused.length;
  }
};

/** Reads the whole file and finds every fault of it; of what has none is kept what it wants. */
export const checkImport = async (tx: ClientBase, id: string, options: CheckOptions): Promise<void> => {
  const { rows } = await tx.query<{ settings: ImportSettings; columns: string[] }>(
    'SELECT settings, columns FROM imports WHERE id = $1 FOR UPDATE',
    [id],
  );
  const file = rows[0];
  if (!file) return;
  await tx.query('SAVEPOINT reading');
  try {
    const { rows: count, sign } = await readRows(tx, options.files, { id, settings: file.settings });
    const found = await checkProducts(tx, { id, ...file, sign }, options);
    await tx.query(`UPDATE imports SET state = 'checked', trouble = NULL, found = $2 WHERE id = $1`, [
      id,
      JSON.stringify({ rows: count, ...found, decimal: sign ?? null }),
    ]);
  } catch (error) {
    if (!(error instanceof ImportFileUnfit)) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT reading');
    await tx.query(`UPDATE imports SET state = 'unreadable', trouble = $2, found = NULL WHERE id = $1`, [
      id,
      error.message,
    ]);
  }
};
