import type { ClientBase } from 'pg';
import type { FullProduct, FullVariant, VariantText } from '../../domain/full-product/full-product.ts';

interface Row {
  readonly itemId: number;
  readonly position: number;
  readonly variant: VariantText & { readonly version: number };
}

const columns = `id int, position int, sku text, barcode text, option_values text[], weight_grams int, media_id int,
                 active boolean, version int`;

const asJson = (rows: readonly Row[]): string =>
  JSON.stringify(
    rows.map(({ itemId, position, variant }) => ({
      id: itemId,
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

/** What is unique is first put out of the way, so that two variants can change places. */
const update = async (tx: ClientBase, before: FullProduct, rows: readonly Row[]): Promise<void> => {
  const unique = ({ sku, barcode, optionValues }: VariantText) =>
    JSON.stringify([sku, barcode, optionValues]);
  const old = new Map(before.variants.map((variant) => [variant.itemId, unique(variant)]));
  const moving = rows.filter(({ itemId, variant }) => old.get(itemId) !== unique(variant));
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

const insert = async (tx: ClientBase, productId: number, rows: readonly Row[]): Promise<number[]> => {
  if (rows.length === 0) return [];
  const { rows: made } = await tx.query<{ id: number }>(
    `INSERT INTO items (product_id, position, sku, barcode, option_values, weight_grams, media_id, active)
     SELECT $1, position, sku, barcode, option_values, weight_grams, media_id, active
       FROM json_to_recordset($2) AS row (${columns}) ORDER BY position
     RETURNING id`,
    [productId, asJson(rows)],
  );
  const ids = made.map(({ id }) => id);
  await tx.query('INSERT INTO stock (item_id, initial) SELECT id, 0 FROM unnest($1::int[]) AS new (id)', [
    ids,
  ]);
  return ids;
};

const savePrices = async (
  tx: ClientBase,
  priced: readonly { itemId: number; prices: VariantText['prices'] }[],
): Promise<void> => {
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
    `DELETE FROM prices WHERE item_id = ANY($1) AND NOT EXISTS (
       SELECT 1 FROM json_to_recordset($2) AS row (${columnsOfPrices})
        WHERE row.item_id = prices.item_id AND row.currency = prices.currency)`,
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

/** Writes the variants of a product, those that differ; answers the ids of those that are new. */
export const saveVariants = async (
  tx: ClientBase,
  before: FullProduct,
  { id, variants }: FullProduct,
  change: { added: readonly { position: number; variant: VariantText }[]; removed: readonly number[] },
): Promise<number[]> => {
  await deleteVariants(tx, change.removed);
  const taken = new Set(change.added.map(({ position }) => position));
  const free = Array.from({ length: variants.length + taken.size }, (_, at) => at).filter(
    (position) => !taken.has(position),
  );
  const kept = variants.map((variant: FullVariant, at): Row => ({
    itemId: variant.itemId,
    position: free[at] ?? at,
    variant,
  }));
  await update(tx, before, kept);
  const made = await insert(
    tx,
    id,
    change.added.map(({ position, variant }) => ({
      itemId: 0,
      position,
      variant: { ...variant, version: 1 },
    })),
  );
  await savePrices(tx, [
    ...variants.map(({ itemId, prices }) => ({ itemId, prices })),
    ...made.map((itemId, at) => ({ itemId, prices: change.added[at]?.variant.prices ?? [] })),
  ]);
  return made;
};
