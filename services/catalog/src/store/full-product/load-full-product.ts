import type { ClientBase, Pool } from 'pg';
import { ProductNotFound } from '../../domain/errors.ts';
import type {
  FullProduct,
  FullVariant,
  ProductMedia,
  TranslatedText,
} from '../../domain/full-product/full-product.ts';
import { shopCurrency } from '../item-row.ts';
import { prepared } from '../prepared.ts';

type ProductRow = Omit<FullProduct, 'texts' | 'media' | 'variants' | 'publishAt' | 'changedAt'> & {
  publish_at: Date | null;
  changed_at: Date;
  de: TranslatedText | null;
  media: ProductMedia[] | null;
};

const text = `'name', name, 'description', description, 'seoTitle', seo_title, 'seoDescription', seo_description, 'slug', slug`;

export const fullProductSql = `
  SELECT id, slug, status, name, description, seo_title AS "seoTitle", seo_description AS "seoDescription",
         brand_id AS "brandId", category_id AS "categoryId", tags, attributes, options, version, publish_at, changed_at,
         (SELECT json_build_object(${text}) FROM product_texts WHERE product_id = products.id AND language = 'de') AS de,
         (SELECT json_agg(json_build_object('id', media.id, 'hash', hash, 'alt', alt,
                                            'alts', json_build_object('de', alts ->> 'de')) ORDER BY position)
            FROM media WHERE product_id = products.id) AS media
    FROM products WHERE id = ANY($1)`;

export const fullVariantsSql = `
  SELECT items.product_id AS "productId", items.id AS "itemId", items.sku, items.barcode, items.option_values AS "optionValues",
         items.weight_grams AS "weightGrams", items.media_id AS "mediaId", items.active, items.version,
         stock.on_hand AS "onHand", stock.reserved, stock.available,
         coalesce((SELECT json_agg(json_build_object('currency', currency, 'amount', amount, 'compareAt', compare_at)
                                   ORDER BY currency <> '${shopCurrency}', currency)
                     FROM prices WHERE item_id = items.id), '[]') AS prices,
         EXISTS (SELECT 1 FROM stock_movements WHERE item_id = items.id)
           OR EXISTS (SELECT 1 FROM reservation_lines WHERE item_id = items.id) AS "hasHistory"
    FROM items JOIN stock ON stock.item_id = items.id
   WHERE product_id = ANY($1)
   ORDER BY items.position, items.id`;

/** Those of them that are there, in the order of `ids`. */
export const loadFullProducts = async (
  db: Pool | ClientBase,
  ids: readonly number[],
): Promise<FullProduct[]> => {
  const found = await db.query<ProductRow>(prepared(fullProductSql, [ids]));
  const { rows } = await db.query<FullVariant & { productId: number }>(prepared(fullVariantsSql, [ids]));
  const variants = new Map<number, FullVariant[]>(ids.map((id) => [id, []]));
  for (const { productId, ...variant } of rows) variants.get(productId)?.push(variant);
  const products = new Map(
    found.rows.map(({ publish_at, changed_at, de, media, ...product }): [number, FullProduct] => [
      product.id,
      {
        ...product,
        texts: { de },
        media: media ?? [],
        variants: variants.get(product.id) ?? [],
        publishAt: publish_at?.toISOString() ?? null,
        changedAt: changed_at.toISOString(),
      },
    ]),
  );
  return ids.flatMap((id) => products.get(id) ?? []);
};

/** @throws {ProductNotFound} */
export const loadFullProduct = async (db: Pool | ClientBase, id: number): Promise<FullProduct> => {
  const [product] = await loadFullProducts(db, [id]);
  if (!product) throw new ProductNotFound(String(id));
  return product;
};

/** Locks it first, so that it is read as the edit before left it. @throws {ProductNotFound} */
export const lockFullProduct = async (tx: ClientBase, id: number): Promise<FullProduct> => {
  await tx.query('SELECT 1 FROM products WHERE id = $1 FOR UPDATE', [id]);
  return loadFullProduct(tx, id);
};
