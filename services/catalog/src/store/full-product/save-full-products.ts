import type { ClientBase } from 'pg';
import type { FullProduct } from '../../domain/full-product/full-product.ts';
import { isSame } from '../../domain/full-product/is-same.ts';
import type { DecidedProduct } from './decided-product.ts';
import { saveVariants } from './save-variants.ts';

interface Sides {
  readonly before: FullProduct;
  readonly after: FullProduct;
}

const saveProducts = (tx: ClientBase, changed: readonly Sides[]) =>
  tx.query(
    `UPDATE products SET slug = row.slug, status = row.status, name = row.name, description = row.description,
            seo_title = row.seo_title, seo_description = row.seo_description, brand_id = row.brand_id,
            category_id = row.category_id, tags = row.tags, attributes = row.attributes, options = row.options,
            version = row.version, publish_at = row.publish_at
       FROM json_to_recordset($1) AS row (id int, slug text, status text, name text, description text, seo_title text,
              seo_description text, brand_id int, category_id int, tags text[], attributes jsonb, options jsonb,
              version int, publish_at timestamptz)
      WHERE products.id = row.id`,
    [
      JSON.stringify(
        changed.map(({ after }) => ({
          id: after.id,
          slug: after.slug,
          status: after.status,
          name: after.name,
          description: after.description,
          seo_title: after.seoTitle,
          seo_description: after.seoDescription,
          brand_id: after.brandId,
          category_id: after.categoryId,
          tags: after.tags,
          attributes: after.attributes,
          options: after.options,
          version: after.version,
          publish_at: after.publishAt,
        })),
      ),
    ],
  );

const saveTexts = async (tx: ClientBase, changed: readonly Sides[]): Promise<void> => {
  const differing = changed.filter(({ before, after }) => !isSame(before.texts.de, after.texts.de));
  const gone = differing.filter(({ after }) => !after.texts.de);
  if (gone.length > 0) {
    await tx.query(`DELETE FROM product_texts WHERE product_id = ANY($1) AND language = 'de'`, [
      gone.map(({ after }) => after.id),
    ]);
  }
  const texts = differing.flatMap(
    ({
      after: {
        id,
        texts: { de },
      },
    }) =>
      de
        ? [
            {
              ...{ id, name: de.name, description: de.description, slug: de.slug },
              ...{ title: de.seoTitle, seo: de.seoDescription },
            },
          ]
        : [],
  );
  if (texts.length === 0) return;
  await tx.query(
    `INSERT INTO product_texts (product_id, language, name, description, seo_title, seo_description, slug)
     SELECT id, 'de', name, description, title, seo, slug
       FROM json_to_recordset($1) AS row (id int, name text, description text, title text, seo text, slug text)
     ON CONFLICT (product_id, language) DO UPDATE SET name = excluded.name, description = excluded.description,
       seo_title = excluded.seo_title, seo_description = excluded.seo_description,
       slug = excluded.slug`,
    [JSON.stringify(texts)],
  );
};

const slugsOf = ({ slug, texts: { de } }: FullProduct): string[] => [slug, ...(de?.slug ? [de.slug] : [])];

/** Whoever has the old address still finds it; an address it takes back is no old one any more. */
const keepOldSlugs = async (tx: ClientBase, changed: readonly Sides[]): Promise<void> => {
  const taken = changed.flatMap(({ before, after }) =>
    slugsOf(after).filter((slug) => !slugsOf(before).includes(slug)),
  );
  const left = changed.flatMap(({ before, after }) =>
    slugsOf(before)
      .filter((slug) => !slugsOf(after).includes(slug))
      .map((slug) => ({ slug, productId: after.id })),
  );
  if (taken.length > 0) await tx.query('DELETE FROM old_slugs WHERE slug = ANY($1)', [taken]);
  if (left.length === 0) return;
  await tx.query(
    `INSERT INTO old_slugs (slug, product_id) SELECT * FROM unnest($1::text[], $2::int[])
     ON CONFLICT (slug) DO UPDATE SET product_id = excluded.product_id`,
    [left.map(({ slug }) => slug), left.map(({ productId }) => productId)],
  );
};

/** Positions are unique, so all of them are first put out of the way. */
const saveMedia = async (tx: ClientBase, changed: readonly Sides[]): Promise<void> => {
  const print = ({ media }: FullProduct) =>
    JSON.stringify(media.map(({ id, alt, alts }) => [id, alt, alts?.de]));
  const differing = changed.filter(({ before, after }) => print(before) !== print(after));
  if (differing.length === 0) return;
  const media = differing.flatMap(({ after }) =>
    after.media.map(({ id, alt, alts }, position) => ({
      ...{ id, product_id: after.id, position, alt },
      alts: alts?.de ? { de: alts.de } : {},
    })),
  );
  await tx.query('UPDATE media SET position = -1 - position WHERE product_id = ANY($1)', [
    differing.map(({ after }) => after.id),
  ]);
  await tx.query(
    `UPDATE media SET position = next.position, alt = next.alt, alts = next.alts
       FROM json_to_recordset($1) AS next (id int, product_id int, position int, alt text, alts jsonb)
      WHERE media.product_id = next.product_id AND media.id = next.id`,
    [JSON.stringify(media)],
  );
};

const dropMedia = async (tx: ClientBase, changed: readonly Sides[]): Promise<void> => {
  const fewer = changed.filter(({ before, after }) => before.media.length !== after.media.length);
  if (fewer.length === 0) return;
  await tx.query('DELETE FROM media WHERE product_id = ANY($1) AND id <> ALL($2)', [
    fewer.map(({ after }) => after.id),
    fewer.flatMap(({ after }) => after.media.map(({ id }) => id)),
  ]);
};

/**
 * Writes what was decided of products whose locks the caller holds, in a few statements for all of them; answers the
 * ids of the variants it made.
 */
export const saveFullProducts = async (
  tx: ClientBase,
  decided: readonly DecidedProduct[],
): Promise<number[]> => {
  if (decided.length === 0) return [];
  const changed = decided.map(({ before, decision }) => ({ before, after: decision.product }));
  await keepOldSlugs(tx, changed);
  await saveProducts(tx, changed);
  await saveTexts(tx, changed);
  await saveMedia(tx, changed);
  const made = await saveVariants(tx, decided);
  await dropMedia(tx, changed);
  return made;
};
