import type { ClientBase } from 'pg';
import type { FullProductDecision } from '../../domain/full-product/change-full-product.ts';
import type { FullProduct, VariantText } from '../../domain/full-product/full-product.ts';
import { saveVariants } from './save-variants.ts';

const saveTexts = async (tx: ClientBase, { id, texts: { de } }: FullProduct): Promise<void> => {
  if (!de) {
    await tx.query(`DELETE FROM product_texts WHERE product_id = $1 AND language = 'de'`, [id]);
    return;
  }
  await tx.query(
    `INSERT INTO product_texts (product_id, language, name, description, seo_title, seo_description)
     VALUES ($1, 'de', $2, $3, $4, $5)
     ON CONFLICT (product_id, language) DO UPDATE SET name = excluded.name, description = excluded.description,
       seo_title = excluded.seo_title, seo_description = excluded.seo_description`,
    [id, de.name, de.description, de.seoTitle, de.seoDescription],
  );
};

/** Whoever has the old address still finds it; an address it takes back is no old one any more. */
const keepOldSlug = async (tx: ClientBase, before: FullProduct, { id, slug }: FullProduct): Promise<void> => {
  if (before.slug === slug) return;
  await tx.query('DELETE FROM old_slugs WHERE slug = $1', [slug]);
  await tx.query(
    `INSERT INTO old_slugs (slug, product_id) VALUES ($1, $2)
     ON CONFLICT (slug) DO UPDATE SET product_id = excluded.product_id`,
    [before.slug, id],
  );
};

/** Positions are unique, so all of them are first put out of the way. */
const saveMedia = async (tx: ClientBase, before: FullProduct, { id, media }: FullProduct): Promise<void> => {
  const print = ({ media: all }: Pick<FullProduct, 'media'>) =>
    JSON.stringify(all.map((one) => [one.id, one.alt]));
  if (print(before) === print({ media })) return;
  await tx.query('UPDATE media SET position = -1 - position WHERE product_id = $1', [id]);
  await tx.query(
    `UPDATE media SET position = next.position - 1, alt = next.alt
       FROM unnest($2::int[], $3::text[]) WITH ORDINALITY AS next (id, alt, position)
      WHERE media.product_id = $1 AND media.id = next.id`,
    [id, media.map((one) => one.id), media.map(({ alt }) => alt)],
  );
};

const dropMedia = async (tx: ClientBase, before: FullProduct, { id, media }: FullProduct): Promise<void> => {
  if (before.media.length === media.length) return;
  await tx.query('DELETE FROM media WHERE product_id = $1 AND id <> ALL($2)', [
    id,
    media.map((one) => one.id),
  ]);
};

/** Writes what was decided of a product whose lock the caller holds; answers the ids of the variants it made. */
export const saveFullProduct = async (
  tx: ClientBase,
  before: FullProduct,
  { product, added, removed }: FullProductDecision,
): Promise<number[]> => {
  await keepOldSlug(tx, before, product);
  await tx.query(
    `UPDATE products SET slug = $2, status = $3, name = $4, description = $5, seo_title = $6, seo_description = $7,
            brand_id = $8, category_id = $9, tags = $10, attributes = $11, options = $12, version = $13, publish_at = $14
      WHERE id = $1`,
    [
      product.id,
      product.slug,
      product.status,
      product.name,
      product.description,
      product.seoTitle,
      product.seoDescription,
      product.brandId,
      product.categoryId,
      product.tags,
      JSON.stringify(product.attributes),
      JSON.stringify(product.options),
      product.version,
      product.publishAt,
    ],
  );
  await saveTexts(tx, product);
  await saveMedia(tx, before, product);
  const made = await saveVariants(tx, before, product, {
    added: added as readonly { position: number; variant: VariantText }[],
    removed: removed.map(({ itemId }) => itemId),
  });
  await dropMedia(tx, before, product);
  return made;
};
