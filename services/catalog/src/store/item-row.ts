import type { Item } from '../domain/item.ts';
import type { StockFigure } from './stock-figures.ts';

/** Columns of an item for a screen or an event; wants `items`, `brands`, `types` and `stock` joined. */
export const itemColumns = `
  items.id, items.sku, items.slug, items.name, items.description, items.active, items.version,
  items.price_amount, items.price_currency, items.picture_hash, stock.available, stock.version AS stock_version,
  brands.id AS brand_id, brands.slug AS brand_slug, brands.name AS brand_name,
  types.id AS type_id, types.slug AS type_slug, types.name AS type_name`;

export const itemTables = `
  items
  JOIN brands ON brands.id = items.brand_id
  JOIN types ON types.id = items.type_id
  JOIN stock ON stock.item_id = items.id`;

export interface ItemRow {
  id: number;
  sku: string;
  slug: string;
  name: string;
  description: string;
  active: boolean;
  version: number;
  price_amount: number;
  price_currency: 'USD';
  picture_hash: string;
  available: number;
  stock_version: number;
  brand_id: number;
  brand_slug: string;
  brand_name: string;
  type_id: number;
  type_slug: string;
  type_name: string;
}

export const toItem = (row: ItemRow): Item => ({
  id: row.id,
  sku: row.sku,
  slug: row.slug,
  name: row.name,
  description: row.description,
  brand: { id: row.brand_id, slug: row.brand_slug, name: row.brand_name },
  type: { id: row.type_id, slug: row.type_slug, name: row.type_name },
  price: { amount: row.price_amount, currency: row.price_currency },
  pictureUrl: `/api/v1/catalog/items/${row.id}/picture?v=${row.picture_hash}`,
  active: row.active,
  version: row.version,
});

export const stockOf = (row: ItemRow): StockFigure => ({
  available: row.available,
  version: row.stock_version,
});
