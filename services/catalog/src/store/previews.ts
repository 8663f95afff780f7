import type { Pool } from 'pg';
import { ProductNotFound } from '../domain/errors.ts';
import { PreviewNotValid } from '../domain/preview-error.ts';
import { openPreview, signPreview } from '../usecases/sign-preview.ts';
import type { Previews } from '../usecases/previews.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { findPreviewed } from './find-product.ts';

/** @throws {PreviewNotValid} where somebody took the key away */
const readKey = async (pool: Pool): Promise<string> => {
  const { rows } = await pool.query<{ key: string }>('SELECT key FROM preview_key');
  if (!rows[0]) throw new PreviewNotValid();
  return rows[0].key;
};

export const createPreviews = ({ pool, now }: { pool: Pool; now: () => Date }): Previews => ({
  link: (productId) =>
    answerOrUnavailable(
      (async () => {
        const { rowCount } = await pool.query('SELECT 1 FROM products WHERE id = $1', [productId]);
        if (rowCount === 0) throw new ProductNotFound(String(productId));
        return signPreview(productId, { key: await readKey(pool), now: now() });
      })(),
    ),
  open: (token) =>
    answerOrUnavailable(
      (async () => {
        const found = await findPreviewed(pool, openPreview(token, { key: await readKey(pool), now: now() }));
        if (!found) throw new PreviewNotValid();
        return {
          ...found.product,
          variants: found.variants.map(({ variant, stock }) => ({
            ...variant,
            availableStock: stock.available,
          })),
        };
      })(),
    ),
});
