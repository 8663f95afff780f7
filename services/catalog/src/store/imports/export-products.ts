import type { Pool } from 'pg';
import type { ExportColumns, ExportedProduct } from '../../usecases/imports/product-rows.ts';
import type { ProductFilter } from '../../usecases/product-store.ts';
import { answerOrUnavailable } from '../answer-or-unavailable.ts';
import { productConditions, type SearchProducts } from '../full-product/list-full-products.ts';
import { loadFullProducts } from '../full-product/load-full-product.ts';
import { loadAttributes } from '../full-product/load-rules.ts';
import { shopCurrency } from '../item-row.ts';
import { createPlaces, type Places } from './places.ts';

const productsAtOnce = 250;

const loadColumns = async (pool: Pool): Promise<ExportColumns> => {
  const { rows } = await pool.query<{ currency: string }>(
    'SELECT currency FROM prices GROUP BY currency ORDER BY currency <> $1, currency',
    [shopCurrency],
  );
  return { currencies: rows.map(({ currency }) => currency), attributes: await loadAttributes(pool) };
};

/** By name, where an import finds it by that again; else by slug. */
const placeNames = async (places: Places, brandId: number, categoryId: number) => {
  const [brand, category] = [places.nameOfBrand(brandId), places.pathOfCategory(categoryId)];
  return {
    brand: (await places.brand(brand.name)) === brandId ? brand.name : brand.slug,
    category:
      (await places.category(category.names)) === categoryId ? category.names.join(' > ') : category.slug,
  };
};

async function* all(pool: Pool, where: string, params: readonly unknown[]): AsyncGenerator<ExportedProduct> {
  const places = await createPlaces(pool, undefined);
  for (let after = 0; ;) {
    const { rows } = await pool.query<{ id: number }>(
      `SELECT products.id FROM products WHERE (${where}) AND products.id > $${params.length + 1}
        ORDER BY products.id LIMIT ${productsAtOnce}`,
      [...params, after],
    );
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return;
    after = ids.at(-1) ?? after;
    for (const product of await loadFullProducts(pool, ids)) {
      yield { product, ...(await placeNames(places, product.brandId, product.categoryId)) };
    }
  }
}

/** Products as they are, some at a time, so that memory does not grow with the catalog. */
export const createProductExport =
  ({ pool, search }: { pool: Pool; search: SearchProducts }) =>
  async (
    filter: ProductFilter,
  ): Promise<{ columns: ExportColumns; products: AsyncIterable<ExportedProduct> }> => {
    const found = filter.q === undefined ? undefined : await answerOrUnavailable(search(filter.q));
    const { where, params } = productConditions(filter, found);
    return { columns: await answerOrUnavailable(loadColumns(pool)), products: all(pool, where, params) };
  };
