import type { ClientBase } from 'pg';
import type { FullProduct, FullVariant, VariantText } from '../../domain/full-product/full-product.ts';
import { isSame } from '../../domain/full-product/is-same.ts';
import type { DecidedProduct } from './decided-product.ts';

interface Row {
  readonly itemId: number;
  readonly productId: number;
  readonly position: number;
  readonly variant: VariantText & { readonly version: number };
}

interface Priced {
  readonly itemId: number;
  readonly prices: VariantText['prices'];
}

const columns = `id int, product_id int, position int, sku text, barcode text, option_values text[], weight_grams int,
                 media_id int, active boolean, version int`;

const asJson = (rows: readonly Row[]): string =>
  JSON.stringify(
    rows.map(({ itemId, productId, position, variant }) => ({
      id: itemId,
      product_id: productId,
      position,
      sku: variant.sku,
      barcode: variant.barcode,
      option_values: variant.optionValues,
      weight_grams: variant.weightGrams,
      media_id: variant.mediaId,
      active: variant.active,
      version: variant.version,
    })),
  );

type Known = ReadonlyMap<number, FullVariant>;

/** What is unique is first put out of the way, so that two variants can change places. */
const update = async (tx: ClientBase, known: Known, rows: readonly Row[]): Promise<void> => {
  if (rows.length === 0) return;
  const unique = ({ sku, barcode, optionValues }: VariantText) =>
    JSON.stringify([sku, barcode, optionValues]);
  const moving = rows.filter(({ itemId, variant }) => {
    const old = known.get(itemId);
    return !old || unique(old) !== unique(variant);
  });
  if (moving.length > 0) {
    await tx.query(
      `UPDATE items SET sku = '~' || id, barcode = NULL, option_values = ARRAY['~' || id] WHERE id = ANY($1)`,
      [moving.map(({ itemId }) => itemId)],
    );
  }
  await tx.query(
    `UPDATE items SET position = row.position, sku = row.sku, barcode = row.barcode,
            option_values = row.option_values, weight_grams = row.weight_grams, media_id = row.media_id,
            active = row.active, version = row.version
       FROM json_to_recordset($1) AS row (${columns}) WHERE items.id = row.id`,
    [asJson(rows)],
  );
};

const insert = async (tx: ClientBase, rows: readonly Row[]): Promise<Priced[]> => {
  if (rows.length === 0) return [];
  const { rows: made } = await tx.query<{ id: number; sku: string }>(
    `INSERT INTO items (product_id, position, sku, barcode, option_values, weight_grams, media_id, active)
     SELECT product_id, position, sku, barcode, option_values, weight_grams, media_id, active
       FROM json_to_recordset($1) AS row (${columns}) ORDER BY product_id, position
     RETURNING id, sku`,
    [asJson(rows)],
  );
  await tx.query('INSERT INTO stock (item_id, initial) SELECT id, 0 FROM unnest($1::int[]) AS new (id)', [
    made.map(({ id }) => id),
  ]);
  const prices = new Map(rows.map(({ variant }) => [variant.sku, variant.prices]));
  return made.map(({ id, sku }) => ({ itemId: id, prices: prices.get(sku) ?? [] }));
};

const savePrices = async (tx: ClientBase, priced: readonly Priced[]): Promise<void> => {
  if (priced.length === 0) return;
  const wanted = JSON.stringify(
    priced.flatMap(({ itemId, prices }) =>
      prices.map(({ currency, amount, compareAt }) => ({
        item_id: itemId,
        currency,
        amount,
        compare_at: compareAt,
      })),
    ),
  );
  const columnsOfPrices = 'item_id int, currency text, amount int, compare_at int';
  await tx.query(
    `DELETE FROM prices WHERE item_id = ANY($1) AND (item_id, currency) NOT IN (
       SELECT item_id, currency FROM json_to_recordset($2) AS row (${columnsOfPrices}))`,
    [priced.map(({ itemId }) => itemId), wanted],
  );
  await tx.query(
    `INSERT INTO prices (item_id, currency, amount, compare_at)
     SELECT * FROM json_to_recordset($1) AS row (${columnsOfPrices})
     ON CONFLICT (item_id, currency) DO UPDATE SET amount = excluded.amount, compare_at = excluded.compare_at
      WHERE (prices.amount, prices.compare_at) IS DISTINCT FROM (excluded.amount, excluded.compare_at)`,
    [wanted],
  );
};

/** They have no history: nothing but their own rows names them. */
const deleteVariants = async (tx: ClientBase, itemIds: readonly number[]): Promise<void> => {
  if (itemIds.length === 0) return;
  await tx.query('DELETE FROM prices WHERE item_id = ANY($1)', [itemIds]);
  await tx.query('DELETE FROM stock WHERE item_id = ANY($1)', [itemIds]);
  await tx.query('DELETE FROM items WHERE id = ANY($1)', [itemIds]);
};

const idsOf = ({ variants }: FullProduct): string => variants.map(({ itemId }) => itemId).join();

/** Those of a product that stay and are not what they were, and where a place changed all of them. */
const keptRows = ({ before, decision: { product, added } }: DecidedProduct): Row[] => {
  const { id, variants } = product;
  const taken = new Set(added.map(({ position }) => position));
  const free = Array.from({ length: variants.length + taken.size }, (_, at) => at).filter(
    (position) => !taken.has(position),
  );
  const rows = variants.map((variant, at): Row => ({
    itemId: variant.itemId,
    productId: id,
    position: free[at] ?? at,
    variant,
  }));
  if (added.length > 0 || idsOf(before) !== idsOf(product)) return rows;
  return rows.filter(({ variant }, at) => variant.version !== before.variants[at]?.version);
};

const addedRows = ({ decision: { product, added } }: DecidedProduct): Row[] =>
  added.map(({ position, variant }) => ({
    itemId: 0,
    productId: product.id,
    position,
    variant: { ...variant, version: 1 },
  }));

/** Writes the variants of products, those that differ; answers the ids of those that are new. */
export const saveVariants = async (tx: ClientBase, decided: readonly DecidedProduct[]): Promise<number[]> => {
  await deleteVariants(
    tx,
    decided.flatMap(({ decision }) => decision.removed.map(({ itemId }) => itemId)),
  );
  const known = new Map(
    decided.flatMap(({ before }) => before.variants).map((variant) => [variant.itemId, variant]),
  );
  await update(tx, known, decided.flatMap(keptRows));
  const made = await insert(tx, decided.flatMap(addedRows));
  const repriced = decided
    .flatMap(({ decision }) => decision.product.variants)
    .filter(({ itemId, prices }) => !isSame(known.get(itemId)?.prices, prices));
  await savePrices(tx, [...repriced, ...made]);
  return made.map(({ itemId }) => itemId);
};
