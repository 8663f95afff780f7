import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { Pool, PoolClient } from 'pg';
import { ItemNotFound } from '../domain/errors.ts';
import type { Product, ProductStatus, Variant } from '../domain/product.ts';
import type { ItemStore } from '../usecases/item-store.ts';
import type { Announce } from './announce.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { itemColumns, itemTables, toItem, type ItemRow } from './item-row.ts';
import { loadStockedItem } from './load-stocked-item.ts';
import { nameCause } from './price-history/name-cause.ts';

interface ProductRow {
  id: number;
  status: ProductStatus;
  version: number;
}

/** The product is locked first: its variants are read as the edit before left them. */
const loadForUpdate = async (tx: PoolClient, itemId: number): Promise<Product> => {
  const locked = await tx.query<ProductRow>(
    `SELECT id, status, version FROM products WHERE id = (SELECT product_id FROM items WHERE id = $1) FOR UPDATE`,
    [itemId],
  );
  const product = locked.rows[0];
  if (!product) throw new ItemNotFound(itemId);
  const { rows } = await tx.query<ItemRow & { variant_active: boolean }>(
    `SELECT ${itemColumns}, items.active AS variant_active FROM ${itemTables}
      WHERE items.product_id = $1 ORDER BY items.position, items.id`,
    [product.id],
  );
  const [first] = rows;
  if (!first) throw new ItemNotFound(itemId);
  const { slug, name, description } = first;
  const { brand, type } = toItem(first);
  const variants = rows.map((row): Variant => {
    const { id, sku, prices, weightGrams, pictureUrl, version } = toItem(row);
    return {
      id,
      sku,
      optionValues: row.option_values,
      prices,
      ...(weightGrams !== undefined && { weightGrams }),
      pictureUrl,
      active: row.variant_active,
      version,
    };
  });
  return { ...product, slug, name, description, brand, type, variants };
};

const save = async (tx: PoolClient, { id, name, description, version, variants }: Product) => {
  await tx.query('UPDATE products SET name = $2, description = $3, version = $4 WHERE id = $1', [
    id,
    name,
    description,
    version,
  ]);
  const columns = [
    variants.map((variant) => variant.id),
    variants.map(({ active }) => active),
    variants.map((variant) => variant.version),
  ];
  await tx.query(
    `UPDATE items SET active = next.active, version = next.version
       FROM unnest($1::int[], $2::boolean[], $3::int[]) AS next (id, active, version)
      WHERE items.id = next.id AND items.version <> next.version`,
    columns,
  );
  const sold = variants.flatMap(({ id: itemId, prices }) => prices.map((price) => ({ itemId, price })));
  // What it was compared with before means nothing beside a price that is not below it.
  await tx.query(
    `UPDATE prices SET amount = next.amount, compare_at = CASE WHEN compare_at > next.amount THEN compare_at END
       FROM unnest($1::int[], $2::int[], $3::text[]) AS next (item_id, amount, currency)
      WHERE prices.item_id = next.item_id AND prices.currency = next.currency AND prices.amount <> next.amount`,
    [
      sold.map(({ itemId }) => itemId),
      sold.map(({ price }) => price.amount),
      sold.map(({ price }) => price.currency),
    ],
  );
};

/** What an edit can change of an item; name and description are those of its product. */
const audited = (product: Product, itemId: number): Record<string, unknown> | undefined => {
  const variant = product.variants.find(({ id }) => id === itemId);
  if (!variant) return undefined;
  const { sku, prices, active } = variant;
  const { name, description } = product;
  return { sku, name, description, prices, active };
};

export const createItemStore = (options: {
  pool: Pool;
  announce: Announce;
  /** Called after a commit, before the caller hears of it. */
  onChange: () => void;
}): ItemStore => ({
  update: async (itemId, by, decide) => {
    const item = await answerOrUnavailable(
      inTransaction(options.pool, async (tx) => {
        const before = await loadForUpdate(tx, itemId);
        const decision = decide(before);
        if (decision) {
          await nameCause(tx, by);
          await save(tx, decision.product);
          await options.announce(tx, decision.facts);
          await postgresAuditLog.append(tx, by, {
            action: 'changed',
            entity: 'item',
            entityId: itemId,
            before: audited(before, itemId),
            after: audited(decision.product, itemId),
          });
        }
        return loadStockedItem(tx, itemId);
      }),
    );
    options.onChange();
    return item;
  },
});
