import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { ClientBase, Pool } from 'pg';
import { addMedia, requireRoomForMedia } from '../../domain/full-product/add-media.ts';
import type { FullProductDecision, ProductRules } from '../../domain/full-product/change-full-product.ts';
import type { FullProduct } from '../../domain/full-product/full-product.ts';
import { seen, type SeenProduct } from '../../domain/full-product/seen.ts';
import type { Actor } from '../../usecases/actor.ts';
import type { NewDraft, ProductStore } from '../../usecases/product-store.ts';
import type { Announce } from '../announce.ts';
import { answerOrUnavailable } from '../answer-or-unavailable.ts';
import { shopCurrency } from '../item-row.ts';
import { auditedProduct } from './audited-product.ts';
import { listFullProducts, type SearchProducts } from './list-full-products.ts';
import { changeLocked } from './change-locked.ts';
import { loadFullProduct } from './load-full-product.ts';
import { loadAttributes } from './load-rules.ts';
import { takenBy } from './taken-by.ts';

const entity = 'product';

const dueProductsSql = `
  SELECT id, version FROM products WHERE status = 'draft' AND publish_at IS NOT NULL AND publish_at <= $1
   ORDER BY publish_at LIMIT 100`;

const insertDraft = async (
  tx: ClientBase,
  { slug, name, description, brandId, categoryId }: NewDraft,
): Promise<FullProduct> => {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO products (slug, name, description, brand_id, category_id) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [slug, name, description, brandId, categoryId],
  );
  await tx.query('DELETE FROM old_slugs WHERE slug = $1', [slug]);
  return loadFullProduct(tx, (rows[0] as { id: number }).id);
};

/** Everything that staff do to products, each in one transaction with its events and its entry in the audit log. */
export const createProductStore = (options: {
  pool: Pool;
  announce: Announce;
  search: SearchProducts;
  /** Called after a commit, before the caller hears of it. */
  onChange: () => void;
}): ProductStore => {
  const { pool, announce } = options;
  const write = async (
    wanted: () => Partial<NewDraft>,
    work: (tx: ClientBase) => Promise<FullProduct>,
  ): Promise<FullProduct> => {
    const product = await answerOrUnavailable(inTransaction(pool, work)).catch((error: unknown) => {
      throw takenBy(error, wanted()) ?? error;
    });
    options.onChange();
    return product;
  };

  const change = async (
    id: number,
    by: Actor,
    decide: (
      tx: ClientBase,
      before: FullProduct,
      rules: ProductRules,
    ) => Promise<FullProductDecision | undefined>,
  ): Promise<SeenProduct> => {
    let wanted: Partial<NewDraft> = {};
    const product = await write(
      () => wanted,
      (tx) =>
        changeLocked(tx, { announce, id, by }, async (before, rules) => {
          const decision = await decide(tx, before, rules);
          wanted = decision?.product ?? {};
          return decision;
        }),
    );
    return seen(product, shopCurrency);
  };

  return {
    list: (query) => answerOrUnavailable(listFullProducts(pool, query, options.search)),
    attributes: () => answerOrUnavailable(loadAttributes(pool)),
    due: async (now) => {
      const { rows } = await answerOrUnavailable(
        pool.query<{ id: number; version: number }>({
          name: 'products-due',
          text: dueProductsSql,
          values: [now],
        }),
      );
      return rows;
    },
    find: async (id) => seen(await answerOrUnavailable(loadFullProduct(pool, id)), shopCurrency),
    add: async (draft, by) => {
      const added = await write(
        () => draft,
        async (tx) => {
          const product = await insertDraft(tx, draft);
          await postgresAuditLog.append(tx, by, {
            action: 'created',
            entity,
            entityId: product.id,
            after: auditedProduct(product),
          });
          return product;
        },
      );
      return seen(added, shopCurrency);
    },
    update: (id, by, decide) => change(id, by, async (_tx, before, rules) => decide(before, rules)),
    addMedia: (id, by, { hash, alt }) =>
      change(id, by, async (tx, before) => {
        if (before.media.some((one) => one.hash === hash)) return undefined;
        requireRoomForMedia(before);
        const { rows } = await tx.query<{ id: number }>(
          'INSERT INTO media (product_id, position, alt, hash) VALUES ($1, $2, $3, $4) RETURNING id',
          [id, before.media.length, alt, hash],
        );
        return addMedia(before, { id: (rows[0] as { id: number }).id, hash, alt });
      }),
  };
};
