import type { Pool } from 'pg';
import { decideBulk, type BulkAction, type BulkDecision } from '../../domain/bulk/bulk-action.ts';
import { CatalogError } from '../../domain/errors.ts';
import type { FullProduct } from '../../domain/full-product/full-product.ts';
import type { BulkPreviewLine } from '../../usecases/bulk-jobs.ts';
import { loadFullProducts } from '../full-product/load-full-product.ts';
import { loadRules } from '../full-product/load-rules.ts';

type NameOf = (categoryId: number) => string;

const lineOf = (
  product: FullProduct,
  nameOf: NameOf,
  decide: () => BulkDecision | undefined,
): BulkPreviewLine => {
  const line = { productId: product.id, name: product.name };
  try {
    const effect = decide()?.effect;
    if (!effect) return { ...line, fault: 'Nothing would change', prices: [] };
    const { status, category, tag, prices = [] } = effect;
    return {
      ...line,
      ...(status && { status }),
      ...(category && { category: { from: nameOf(category.from), to: nameOf(category.to) } }),
      ...(tag && { tag }),
      prices: prices.map(({ sku, from, to }) => ({
        sku,
        currency: from.currency,
        from: from.amount,
        to: to.amount,
      })),
    };
  } catch (error) {
    if (error instanceof CatalogError) return { ...line, fault: error.message, prices: [] };
    throw error;
  }
};

const categoryNames = async (pool: Pool, ids: readonly number[]): Promise<NameOf> => {
  const { rows } = await pool.query<{ id: number; name: string }>(
    'SELECT id, name FROM categories WHERE id = ANY($1)',
    [ids],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
};

/** What would become of each of these products; nothing is written. */
export const previewLines = async (
  pool: Pool,
  ids: readonly number[],
  action: BulkAction,
): Promise<BulkPreviewLine[]> => {
  const [products, rules] = await Promise.all([loadFullProducts(pool, ids), loadRules(pool)]);
  const nameOf: NameOf =
    action.type === 'category'
      ? await categoryNames(pool, [action.categoryId, ...products.map(({ categoryId }) => categoryId)])
      : () => '';
  return products.map((product) => lineOf(product, nameOf, () => decideBulk(product, action, rules)));
};
