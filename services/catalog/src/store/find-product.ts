import type { Pool } from 'pg';
import type { Named, NamedCategory } from '../domain/item.ts';
import type { Price, ProductAttribute, ProductDetail, ProductVariant } from '../usecases/catalog-reads.ts';
import { slugsOfCategory } from './category-of-slug.ts';
import { itemColumns, itemTables, shopCurrency, stockOf, toItem, type ItemRow } from './item-row.ts';
import { lowestPrior } from './price-history/lowest-prior.ts';
import { prepared } from './prepared.ts';
import { otherSlugs, productOfSlug } from './product-of-slug.ts';
import { ratingOf } from './reviews/rating-of.ts';
import type { StockFigure } from './stock-figures.ts';

interface ProductRow {
  id: number;
  slug: string;
  slugs: Record<string, string> | null;
  name: string;
  description: string;
  brand: Named;
  categories: NamedCategory[];
  tags: string[];
  attributes: ProductAttribute[] | null;
  options: { name: string; values: string[] }[];
  media: { url: string; alt: string; widths?: number[] }[] | null;
  seo_title: string | null;
  seo_description: string | null;
  version: number;
  rating_count: number;
  rating_sum: number;
}

const named = (table: string) =>
  `json_build_object('id', ${table}.id, 'slug', ${table}.slug, 'name', ${table}.name)`;

const selectProduct = (condition: string): string => `
  SELECT products.id, products.slug, ${otherSlugs} AS slugs, coalesce(texts.name, products.name) AS name,
         coalesce(texts.description, products.description) AS description, ${named('brands')} AS brand,
         (SELECT json_agg(json_strip_nulls(json_build_object('id', above.id, 'slug', above.slug,
                   'slugs', ${slugsOfCategory('above')}, 'name', above.name)) ORDER BY cardinality(above.path))
            FROM categories AS above WHERE above.id = ANY (here.path)) AS categories,
         products.tags, products.options, products.version, products.rating_count, products.rating_sum,
         (SELECT json_agg(json_strip_nulls(json_build_object(
                   'code', code, 'name', attributes.name, 'value', products.attributes -> code, 'unit', unit))
                   ORDER BY attributes.position, code)
            FROM attributes WHERE products.attributes ? code) AS attributes,
         (SELECT json_agg(json_strip_nulls(json_build_object('url', '/api/v1/catalog/images/' || hash, 'alt', coalesce(alts ->> $2::text, alt), 'widths',
                   (SELECT json_agg(width ORDER BY width) FROM image_sizes WHERE image_sizes.hash = media.hash)))
                   ORDER BY position)
            FROM media WHERE product_id = products.id) AS media,
         coalesce(texts.seo_title, products.seo_title) AS seo_title,
         coalesce(texts.seo_description, products.seo_description) AS seo_description
    FROM products
    JOIN brands ON brands.id = products.brand_id
    JOIN categories AS here ON here.id = products.category_id
    LEFT JOIN product_texts AS texts ON texts.product_id = products.id AND texts.language = $2
   WHERE ${condition}`;

/** One row: what a product page shows of the product itself. An old slug leads to it too. */
export const productSql = selectProduct(`products.status = 'active'
     AND products.id = ${productOfSlug('$1')}`);

/** The same of one that need not be in the shop. */
const previewedSql = selectProduct('products.id = $1');

interface VariantRow extends ItemRow {
  variant_active: boolean;
  barcode: string | null;
  all_prices: { amount: number; currency: string; compareAt?: number; lowestPrior?: number }[];
}

export const variantsSql = `
  SELECT ${itemColumns}, items.active AS variant_active, items.barcode,
         (SELECT json_agg(json_strip_nulls(json_build_object(
                   'amount', sold.amount, 'currency', sold.currency, 'compareAt', sold.compare_at,
                   'lowestPrior', ${lowestPrior('sold')}))
                   ORDER BY sold.currency <> '${shopCurrency}', sold.currency)
            FROM prices AS sold WHERE sold.item_id = items.id) AS all_prices
    FROM ${itemTables}
   WHERE items.product_id = $1
   ORDER BY items.position, items.id`;

interface ReadVariant {
  readonly variant: Omit<ProductVariant, 'availableStock'>;
  readonly stock: StockFigure;
}

const toVariant = (row: VariantRow): ReadVariant => {
  const { id, sku, weightGrams, pictureUrl } = toItem(row);
  return {
    variant: {
      itemId: id,
      sku,
      ...(row.barcode !== null && { barcode: row.barcode }),
      optionValues: row.option_values,
      price: row.all_prices[0] as Price,
      prices: row.all_prices,
      ...(weightGrams !== undefined && { weightGrams }),
      pictureUrl,
      active: row.variant_active,
    },
    stock: stockOf(row),
  };
};

export interface ReadProduct {
  readonly product: Omit<ProductDetail, 'variants'>;
  readonly variants: readonly ReadVariant[];
}

export const findProduct = (pool: Pool, slug: string, language: string | undefined) =>
  readProduct(pool, productSql, [slug, language ?? null]);

/** A product as its page would show it, whatever its status. */
export const findPreviewed = (pool: Pool, id: number) => readProduct(pool, previewedSql, [id, null]);

const readProduct = async (
  pool: Pool,
  sql: string,
  values: (string | number | null)[],
): Promise<ReadProduct | undefined> => {
  const found = await pool.query<ProductRow>(prepared(sql, values));
  const [row] = found.rows;
  if (!row) return undefined;
  const { rows } = await pool.query<VariantRow>(prepared(variantsSql, [row.id]));
  const { seo_title, seo_description, attributes, media, rating_count, rating_sum, slugs, ...rest } = row;
  return {
    product: {
      ...rest,
      ...(slugs && { slugs }),
      attributes: attributes ?? [],
      media: media ?? [],
      ...(rating_count > 0 && { rating: ratingOf(rating_sum, rating_count) }),
      seo: {
        ...(seo_title !== null && { title: seo_title }),
        ...(seo_description !== null && { description: seo_description }),
      },
    },
    variants: rows.map(toVariant),
  };
};
