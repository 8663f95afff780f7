import type { Pool } from 'pg';
import { shopCurrency } from '../item-row.ts';
import type { CatalogWords } from './catalog-words.ts';
import type { IndexedProduct } from './indexed-product.ts';

interface VariantRow {
  itemId: number;
  active: boolean;
  available: number;
  version: number;
  amount: number;
  compareAt: number | null;
  hash: string | null;
}

interface Row {
  id: number;
  slug: string;
  name: string;
  status: string;
  brand_id: number;
  category_id: number;
  attributes: Record<string, string | number | boolean>;
  variants: VariantRow[];
}

/** Everything touched in a transaction that was not over at `since`; '0' is everything. */
export const changedProductsSql = `
  SELECT products.id, slug, name, status, brand_id, category_id, attributes,
         json_agg(json_build_object('itemId', items.id, 'active', items.active, 'available', stock.available,
                                    'version', stock.version, 'amount', prices.amount,
                                    'compareAt', prices.compare_at, 'hash', media.hash)
                  ORDER BY items.position, items.id) AS variants
    FROM products
    JOIN items ON items.product_id = products.id
    JOIN stock ON stock.item_id = items.id
    JOIN prices ON prices.item_id = items.id AND prices.currency = '${shopCurrency}'
    LEFT JOIN media ON media.id = items.media_id
   WHERE products.changed_in >= $1::xid8
   GROUP BY products.id`;

const toIndexed = (row: Row, words: CatalogWords, facets: ReadonlySet<string>): IndexedProduct => {
  const active = row.variants.filter((variant) => variant.active);
  const shown = active.length > 0 ? active : row.variants;
  const [first] = shown as [VariantRow];
  const byPrice = shown.toSorted(({ amount: one }, { amount: other }) => one - other);
  const [cheapest, dearest] = [byPrice[0] ?? first, byPrice.at(-1) ?? first];
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    brand: words.brand(row.brand_id),
    categories: words.categories(row.category_id),
    pictureUrl: first.hash === null ? '' : `/api/v1/catalog/images/${first.hash}`,
    from: {
      amount: cheapest.amount,
      currency: shopCurrency,
      ...(cheapest.compareAt !== null && { compareAt: cheapest.compareAt }),
    },
    to: { amount: dearest.amount, currency: shopCurrency },
    variants: row.variants.map(({ itemId, active: isActive, available, version }) => ({
      itemId,
      active: isActive,
      available,
      version,
    })),
    attributes: Object.fromEntries(Object.entries(row.attributes).filter(([code]) => facets.has(code))),
    isListed: row.status === 'active' && active.length > 0,
  };
};

export const loadChangedProducts = async (
  pool: Pool,
  words: CatalogWords,
  since: string,
): Promise<IndexedProduct[]> => {
  const { rows } = await pool.query<Row>({
    name: 'changed-products',
    text: changedProductsSql,
    values: [since],
  });
  const facets = new Set(words.facets().map(({ code }) => code));
  return rows.map((row) => toIndexed(row, words, facets));
};
