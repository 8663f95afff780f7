import type { Item, Money } from '../domain/item.ts';
import { variantName } from '../domain/product.ts';
import type { StockFigure } from './stock-figures.ts';

/** The currency that the shop keeps its books in; a variant may have prices in others too. */
export const shopCurrency = 'USD';

/** Columns of an item for a screen or an event; wants the tables of `itemTables`. */
export const itemColumns = `
  items.id, items.sku, items.active AND products.status = 'active' AS active, items.version, items.option_values,
  products.id AS product_id, products.slug, products.name, products.description,
  prices.amount AS price_amount, prices.currency AS price_currency, items.weight_grams, media.hash AS picture_hash,
  stock.available, stock.version AS stock_version,
  (SELECT json_agg(json_build_object('amount', sold.amount, 'currency', sold.currency) ORDER BY sold.currency)
     FROM prices AS sold WHERE sold.item_id = items.id AND sold.currency <> prices.currency) AS other_prices,
  brands.id AS brand_id, brands.slug AS brand_slug, brands.name AS brand_name,
  types.id AS type_id, types.slug AS type_slug, types.name AS type_name`;

/** A type is the root of a category. */
export const itemTables = `
  items
  JOIN products ON products.id = items.product_id
  JOIN brands ON brands.id = products.brand_id
  JOIN categories ON categories.id = products.category_id
  JOIN categories AS types ON types.id = categories.path[1]
  JOIN prices ON prices.item_id = items.id AND prices.currency = '${shopCurrency}'
  JOIN stock ON stock.item_id = items.id
  LEFT JOIN media ON media.id = items.media_id`;

export interface ItemRow {
  id: number;
  sku: string;
  active: boolean;
  version: number;
  option_values: string[];
  product_id: number;
  slug: string;
  name: string;
  description: string;
  price_amount: number;
  price_currency: string;
  other_prices: Money[] | null;
  weight_grams: number | null;
  picture_hash: string | null;
  available: number;
  stock_version: number;
  brand_id: number;
  brand_slug: string;
  brand_name: string;
  type_id: number;
  type_slug: string;
  type_name: string;
}

/** It carries the content's hash, so it may be cached for ever; placed orders keep it. */
const pictureUrlOf = (itemId: number, hash: string | null): string =>
  `/api/v1/catalog/items/${itemId}/picture?v=${hash ?? 'none'}`;

const priceOf = (row: ItemRow): Money => ({ amount: row.price_amount, currency: row.price_currency });

export const toItem = (row: ItemRow): Item => ({
  id: row.id,
  sku: row.sku,
  slug: row.slug,
  name: variantName(row.name, row.option_values),
  description: row.description,
  brand: { id: row.brand_id, slug: row.brand_slug, name: row.brand_name },
  type: { id: row.type_id, slug: row.type_slug, name: row.type_name },
  price: priceOf(row),
  prices: [priceOf(row), ...(row.other_prices ?? [])],
  ...(row.weight_grams !== null && { weightGrams: row.weight_grams }),
  pictureUrl: pictureUrlOf(row.id, row.picture_hash),
  active: row.active,
  version: row.version,
});

export const stockOf = (row: ItemRow): StockFigure => ({
  available: row.available,
  version: row.stock_version,
});
