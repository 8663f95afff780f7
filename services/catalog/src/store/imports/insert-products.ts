import type { ClientBase } from 'pg';
import type { FullProductDecision } from '../../domain/full-product/change-full-product.ts';

/** Of a product that is not there yet: what it will be, and how many of each of its variants there are. */
export interface NewByImport {
  readonly decision: FullProductDecision;
  readonly stock: ReadonlyMap<string, number>;
}

const insertRows = (tx: ClientBase, news: readonly NewByImport[]) =>
  tx.query<{ id: number; slug: string }>(
    `INSERT INTO products (slug, status, name, description, seo_title, seo_description, brand_id, category_id, tags,
                           attributes, options, version)
     SELECT slug, status, name, description, seo_title, seo_description, brand_id, category_id, tags, attributes,
            options, version
       FROM jsonb_to_recordset($1) AS row (slug text, status text, name text, description text, seo_title text,
              seo_description text, brand_id int, category_id int, tags text[], attributes jsonb, options jsonb,
              version int)
     RETURNING id, slug`,
    [
      JSON.stringify(
        news.map(({ decision: { product } }) => ({
          slug: product.slug,
          status: product.status,
          name: product.name,
          description: product.description,
          seo_title: product.seoTitle,
          seo_description: product.seoDescription,
          brand_id: product.brandId,
          category_id: product.categoryId,
          tags: product.tags,
          attributes: product.attributes,
          options: product.options,
          version: product.version,
        })),
      ),
    ],
  );

const insertTexts = async (
  tx: ClientBase,
  news: readonly NewByImport[],
  ids: ReadonlyMap<string, number>,
) => {
  const texts = news.flatMap(({ decision: { product } }) => {
    const { de } = product.texts;
    if (!de) return [];
    const { name, description, seoTitle, seoDescription, slug } = de;
    return [
      {
        product_id: ids.get(product.slug),
        name,
        description,
        seo_title: seoTitle,
        seo_description: seoDescription,
        slug,
      },
    ];
  });
  if (texts.length === 0) return;
  await tx.query(
    `INSERT INTO product_texts (product_id, language, name, description, seo_title, seo_description, slug)
     SELECT product_id, 'de', name, description, seo_title, seo_description, slug
       FROM jsonb_to_recordset($1) AS row (product_id int, name text, description text, seo_title text,
                                           seo_description text, slug text)`,
    [JSON.stringify(texts)],
  );
};

const insertVariants = async (
  tx: ClientBase,
  news: readonly NewByImport[],
  ids: ReadonlyMap<string, number>,
) => {
  const variants = news.flatMap(({ decision: { product, added }, stock }) =>
    added.map(({ position, variant }) => ({
      product_id: ids.get(product.slug),
      position,
      sku: variant.sku,
      barcode: variant.barcode,
      option_values: variant.optionValues,
      weight_grams: variant.weightGrams,
      active: variant.active,
      prices: variant.prices,
      initial: stock.get(variant.sku) ?? 0,
    })),
  );
  if (variants.length === 0) return;
  const rows = JSON.stringify(variants);
  await tx.query(
    `INSERT INTO items (product_id, position, sku, barcode, option_values, weight_grams, active)
     SELECT product_id, position, sku, barcode, option_values, weight_grams, active
       FROM jsonb_to_recordset($1) AS row (product_id int, position int, sku text, barcode text,
                                           option_values text[], weight_grams int, active boolean)`,
    [rows],
  );
  await tx.query(
    `INSERT INTO prices (item_id, currency, amount, compare_at)
     SELECT items.id, price.currency, price.amount, price."compareAt"
       FROM jsonb_to_recordset($1) AS row (sku text, prices jsonb) JOIN items USING (sku),
            jsonb_to_recordset(row.prices) AS price (currency text, amount int, "compareAt" int)`,
    [rows],
  );
  await tx.query(
    `INSERT INTO stock (item_id, initial)
     SELECT items.id, initial FROM jsonb_to_recordset($1) AS row (sku text, initial int) JOIN items USING (sku)`,
    [rows],
  );
  await tx.query(
    `INSERT INTO stock_movements (item_id, kind, delta)
     SELECT items.id, 'initial', initial FROM jsonb_to_recordset($1) AS row (sku text, initial int)
       JOIN items USING (sku) WHERE initial > 0`,
    [rows],
  );
};

/** Writes products that were decided to be; answers their ids in the same order. */
export const insertProducts = async (tx: ClientBase, news: readonly NewByImport[]): Promise<number[]> => {
  if (news.length === 0) return [];
  const { rows } = await insertRows(tx, news);
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  const german = news.flatMap(({ decision: { product } }) => product.texts.de?.slug ?? []);
  await tx.query('DELETE FROM old_slugs WHERE slug = ANY($1)', [[...ids.keys(), ...german]]);
  await insertTexts(tx, news, ids);
  await insertVariants(tx, news, ids);
  return news.map(({ decision: { product } }) => ids.get(product.slug) ?? 0);
};
