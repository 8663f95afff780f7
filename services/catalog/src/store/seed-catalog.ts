import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Named } from '../domain/item.ts';
import type { Announce } from './announce.ts';
import { itemColumns, itemTables, toItem, type ItemRow } from './item-row.ts';
import { tellUntoldStock } from './tell-untold-stock.ts';

export interface NewItem {
  readonly id: number;
  readonly sku: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly brandId: number;
  readonly typeId: number;
  readonly priceAmount: number;
  readonly initialStock: number;
  /** WebP. */
  readonly picture: Buffer;
}

export interface NewCatalog {
  readonly brands: readonly Named[];
  readonly types: readonly Named[];
  readonly items: readonly NewItem[];
}

const hashOf = (picture: Buffer) => createHash('sha256').update(picture).digest('hex').slice(0, 16);

const seedNames = (tx: ClientBase, table: 'brands' | 'types', names: readonly Named[]) =>
  tx.query(
    `INSERT INTO ${table} (id, slug, name) SELECT id, slug, name FROM json_to_recordset($1) AS row (id int, slug text, name text)`,
    [JSON.stringify(names)],
  );

const seedItemRows = (tx: ClientBase, items: readonly NewItem[]) =>
  tx.query(
    `INSERT INTO items (id, sku, slug, name, description, brand_id, type_id, price_amount, price_currency, picture_hash)
     SELECT id, sku, slug, name, description, "brandId", "typeId", "priceAmount", 'USD', "pictureHash"
       FROM json_to_recordset($1) AS row (id int, sku text, slug text, name text, description text, "brandId" int,
                                          "typeId" int, "priceAmount" int, "pictureHash" text)`,
    [JSON.stringify(items.map(({ picture, ...item }) => ({ ...item, pictureHash: hashOf(picture) })))],
  );

const seedPictures = (tx: ClientBase, items: readonly NewItem[]) =>
  tx.query(
    `INSERT INTO pictures (item_id, content, content_type, hash)
     SELECT item_id, content, 'image/webp', hash FROM unnest($1::int[], $2::bytea[], $3::text[]) AS row (item_id, content, hash)`,
    [
      items.map(({ id }) => id),
      items.map(({ picture }) => picture),
      items.map(({ picture }) => hashOf(picture)),
    ],
  );

const seedStock = async (tx: ClientBase, items: readonly NewItem[]) => {
  const columns = [items.map(({ id }) => id), items.map(({ initialStock }) => initialStock)];
  await tx.query('INSERT INTO stock (item_id, initial) SELECT * FROM unnest($1::int[], $2::int[])', columns);
  await tx.query(
    `INSERT INTO stock_movements (item_id, kind, delta)
     SELECT item_id, 'initial', quantity FROM unnest($1::int[], $2::int[]) AS row (item_id, quantity)
      WHERE quantity > 0`,
    columns,
  );
};

/**
 * Fills an empty catalog, with an event per item and one of its stock, so that others learn of them. The table lock makes
 * a second seeder wait and then find the catalog full.
 *
 * @returns how many items were seeded; 0 where there were some already.
 */
export const seedCatalog = async (
  tx: ClientBase,
  catalog: NewCatalog,
  announce: Announce,
): Promise<number> => {
  await tx.query('LOCK TABLE items IN SHARE ROW EXCLUSIVE MODE');
  const { rowCount } = await tx.query('SELECT 1 FROM items LIMIT 1');
  if (rowCount) return 0;
  await seedNames(tx, 'brands', catalog.brands);
  await seedNames(tx, 'types', catalog.types);
  await seedItemRows(tx, catalog.items);
  await seedPictures(tx, catalog.items);
  await seedStock(tx, catalog.items);
  await tx.query(`SELECT setval(pg_get_serial_sequence('items', 'id'), (SELECT max(id) FROM items))`);
  const { rows } = await tx.query<ItemRow>(`SELECT ${itemColumns} FROM ${itemTables} ORDER BY items.id`);
  await announce(
    tx,
    rows.map((row) => ({ type: 'item-changed', item: toItem(row) })),
  );
  await tellUntoldStock(tx, announce);
  return rows.length;
};
