import type { ClientBase, Pool } from 'pg';
import type { ProductRules } from '../../domain/full-product/change-full-product.ts';
import type { AttributeDefinition } from '../../domain/full-product/fit.ts';
import { shopCurrency } from '../item-row.ts';

export const loadAttributes = async (db: Pool | ClientBase): Promise<AttributeDefinition[]> =>
  (
    await db.query<AttributeDefinition>(
      'SELECT code, name, type, unit, facet FROM attributes ORDER BY position, code',
    )
  ).rows;

/** What a product has to fit. */
export const loadRules = async (db: Pool | ClientBase): Promise<ProductRules> => ({
  shopCurrency,
  attributes: await loadAttributes(db),
});
