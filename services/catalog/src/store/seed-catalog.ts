import type { ClientBase } from 'pg';
import type { Announce } from './announce.ts';
import { itemColumns, itemTables, toItem, type ItemRow } from './item-row.ts';
import type { NewCatalog, NewProduct } from './new-catalog.ts';
import { addQuestions } from './questions/add-questions.ts';
import { addReviews } from './reviews/add-reviews.ts';
import { tellUntoldStock } from './tell-untold-stock.ts';

/** Inserts `rows` into the named columns of a table; JSON carries any number of them as one parameter. */
const insert = async (
  tx: ClientBase,
  table: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly object[],
): Promise<void> => {
  if (rows.length === 0) return;
  const names = Object.keys(columns).join(', ');
  const typed = Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
  await tx.query(
    `INSERT INTO ${table} (${names}) SELECT ${names} FROM json_to_recordset($1) AS row (${typed})`,
    [JSON.stringify(rows)],
  );
};

const name = { id: 'int', slug: 'text', name: 'text' };

const insertProducts = async (tx: ClientBase, products: readonly NewProduct[]): Promise<void> => {
  await insert(
    tx,
    'products',
    {
      ...name,
      description: 'text',
      brand_id: 'int',
      category_id: 'int',
      tags: 'text[]',
      attributes: 'jsonb',
      options: 'jsonb',
      status: 'text',
    },
    products.map(({ brandId, categoryId, ...product }) => ({
      ...product,
      brand_id: brandId,
      category_id: categoryId,
    })),
  );
  await insert(
    tx,
    'old_slugs',
    { slug: 'text', product_id: 'int' },
    products.flatMap(({ id, oldSlugs }) => oldSlugs.map((slug) => ({ slug, product_id: id }))),
  );
  await insert(
    tx,
    'product_texts',
    { product_id: 'int', language: 'text', name: 'text', description: 'text' },
    products.flatMap(({ id, texts }) =>
      Object.entries(texts ?? {}).map(([language, text]) => ({ product_id: id, language, ...text })),
    ),
  );
  await insert(
    tx,
    'media',
    { product_id: 'int', position: 'int', alt: 'text', alts: 'jsonb', hash: 'text' },
    products.flatMap(({ id, media }) =>
      media.map(({ alt, alts = {}, hash }, position) => ({ product_id: id, position, alt, alts, hash })),
    ),
  );
};

const insertVariants = async (tx: ClientBase, products: readonly NewProduct[]): Promise<void> => {
  const variants = products.flatMap(({ id, variants: all }) =>
    all.map((variant, position) => ({ ...variant, position, product_id: id })),
  );
  await tx.query(
    `INSERT INTO items (id, product_id, position, sku, barcode, option_values, weight_grams, media_id)
     SELECT row.id, row.product_id, row.position, sku, barcode, option_values, weight_grams, media.id
       FROM json_to_recordset($1) AS row (id int, product_id int, position int, sku text, barcode text,
                                          option_values text[], weight_grams int, media_at int)
       LEFT JOIN media ON media.product_id = row.product_id AND media.position = row.media_at`,
    [
      JSON.stringify(
        variants.map(({ optionValues, weightGrams, mediaAt, prices: _, initialStock: __, ...variant }) => ({
          ...variant,
          option_values: optionValues,
          weight_grams: weightGrams,
          media_at: mediaAt,
        })),
      ),
    ],
  );
  await insert(
    tx,
    'prices',
    { item_id: 'int', currency: 'text', amount: 'int', compare_at: 'int' },
    variants.flatMap(({ id, prices }) =>
      prices.map(({ compareAt, ...price }) => ({ item_id: id, compare_at: compareAt, ...price })),
    ),
  );
  const stock = variants.map(({ id, initialStock }) => ({ item_id: id, initial: initialStock }));
  await insert(tx, 'stock', { item_id: 'int', initial: 'int' }, stock);
  await insert(
    tx,
    'stock_movements',
    { item_id: 'int', kind: 'text', delta: 'int' },
    stock
      .filter(({ initial }) => initial > 0)
      .map(({ item_id, initial }) => ({ item_id, kind: 'initial', delta: initial })),
  );
};

/** Puts products into a catalog that has their brands, categories and images, with an event of each variant and its stock. */
export const addProducts = async (
  tx: ClientBase,
  products: readonly NewProduct[],
  announce: Announce,
): Promise<void> => {
  await insertProducts(tx, products);
  await insertVariants(tx, products);
  const { rows } = await tx.query<ItemRow>(
    `SELECT ${itemColumns} FROM ${itemTables} WHERE products.id = ANY($1) ORDER BY items.id`,
    [products.map(({ id }) => id)],
  );
  await announce(
    tx,
    rows.map((row) => ({ type: 'item-changed', item: toItem(row) })),
  );
  await tellUntoldStock(tx, announce);
};

const addImages = (tx: ClientBase, { images }: NewCatalog) =>
  tx.query(
    `INSERT INTO images (hash, content, content_type)
     SELECT hash, content, 'image/webp' FROM unnest($1::text[], $2::bytea[]) AS row (hash, content)`,
    [images.map(({ hash }) => hash), images.map(({ content }) => content)],
  );

/** The next id given by the database comes after those that were set. */
export const continueIds = (tx: ClientBase) =>
  tx.query(`
    SELECT setval(pg_get_serial_sequence('brands', 'id'), (SELECT max(id) FROM brands)),
           setval(pg_get_serial_sequence('categories', 'id'), (SELECT max(id) FROM categories)),
           setval(pg_get_serial_sequence('products', 'id'), (SELECT max(id) FROM products)),
           setval(pg_get_serial_sequence('items', 'id'), (SELECT max(id) FROM items))`);

/**
 * Fills an empty catalog, with an event per item and one of its stock, so that others learn of them. The table lock
 * makes a second seeder wait and then find the catalog full.
 *
 * @returns how many products were seeded; 0 where there were some already.
 */
export const seedCatalog = async (
  tx: ClientBase,
  catalog: NewCatalog,
  announce: Announce,
): Promise<number> => {
  await tx.query('LOCK TABLE products IN SHARE ROW EXCLUSIVE MODE');
  const { rowCount } = await tx.query('SELECT 1 FROM products LIMIT 1');
  if (rowCount) return 0;
  await insert(tx, 'brands', name, catalog.brands);
  await insert(
    tx,
    'categories',
    { ...name, parent_id: 'int', path: 'int[]' },
    catalog.categories.map(({ parentId, ...category }) => ({ ...category, parent_id: parentId })),
  );
  await insert(
    tx,
    'attributes',
    { code: 'text', name: 'text', type: 'text', unit: 'text', facet: 'boolean', position: 'int' },
    catalog.attributes.map((attribute, position) => ({ ...attribute, position })),
  );
  await insert(
    tx,
    'synonyms',
    { phrases: 'text[]' },
    catalog.synonyms.map((phrases) => ({ phrases })),
  );
  await insert(
    tx,
    'translations',
    { language: 'text', term: 'text', text: 'text' },
    catalog.translations ?? [],
  );
  await addImages(tx, catalog);
  await addProducts(tx, catalog.products, announce);
  await addReviews(tx, catalog.reviews ?? []);
  await addQuestions(tx, catalog.questions ?? []);
  await continueIds(tx);
  return catalog.products.length;
};
