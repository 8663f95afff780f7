import type { ClientBase, Pool } from 'pg';
import type { FullProduct } from '../../domain/full-product/full-product.ts';
import type { WantedProduct } from '../../domain/imports/wanted-product.ts';

/** What a file wants of the pictures of a product. */
export interface WantedPictures {
  readonly pictures: NonNullable<WantedProduct['pictures']>;
  /** The address of that which shows a variant, by SKU. */
  readonly variants: Readonly<Record<string, string>>;
}

const ownPath = /\/api\/v1\/catalog\/images\/([0-9a-f]{16})$/;

/** Of those addresses that are known, the picture that they held, or that they are of here. */
export const hashesOf = async (
  db: Pool | ClientBase,
  urls: readonly string[],
): Promise<Map<string, string>> => {
  const own = new Map(
    urls.flatMap((url) => {
      const hash = ownPath.exec(url)?.[1];
      return hash === undefined ? [] : [[url, hash]];
    }),
  );
  const kept = await db.query<{ hash: string }>('SELECT hash FROM images WHERE hash = ANY($1)', [
    [...own.values()],
  ]);
  const isKept = new Set(kept.rows.map(({ hash }) => hash));
  const { rows } = await db.query<{ url: string; hash: string }>(
    'SELECT url, hash FROM picture_sources WHERE url = ANY($1)',
    [urls],
  );
  return new Map([
    ...rows.map(({ url, hash }): [string, string] => [url, hash]),
    ...[...own].filter(([, hash]) => isKept.has(hash)),
  ]);
};

export const rememberSource = (pool: Pool, url: string, hash: string) =>
  pool.query(
    `INSERT INTO picture_sources (url, hash) VALUES ($1, $2)
     ON CONFLICT (url) DO UPDATE SET hash = excluded.hash, fetched_at = now()`,
    [url, hash],
  );

interface Wanting {
  readonly position: number;
  readonly wanted: WantedProduct;
  /** As it is in the catalog. */
  readonly product: FullProduct;
}

const picturesOf = ({ pictures = [], variants }: WantedProduct): WantedPictures => ({
  pictures,
  variants: Object.fromEntries(
    variants.flatMap(({ sku, picture }) => (picture === undefined ? [] : [[sku, picture]])),
  ),
});

const isShown = ({ wanted, product }: Wanting, hashes: ReadonlyMap<string, string>): boolean => {
  const { pictures, variants } = picturesOf(wanted);
  const { media } = product;
  return (
    pictures.every(({ url, alt }) =>
      media.some((one) => one.hash === hashes.get(url) && (alt === undefined || one.alt === alt)),
    ) &&
    product.variants.every(({ sku, mediaId }) => {
      const url = variants[sku];
      return url === undefined || media.find(({ id }) => id === mediaId)?.hash === hashes.get(url);
    })
  );
};

/** Makes due what is to be fetched or shown, of those products whose pictures are not all there. */
export const wantPictures = async (
  tx: ClientBase,
  importId: string,
  wanting: readonly Wanting[],
): Promise<void> => {
  const some = wanting.filter(({ wanted }) => (wanted.pictures ?? []).length > 0);
  if (some.length === 0) return;
  const hashes = await hashesOf(
    tx,
    some.flatMap(({ wanted }) => (wanted.pictures ?? []).map(({ url }) => url)),
  );
  const missing = some.filter((one) => !isShown(one, hashes));
  await tx.query(
    `INSERT INTO import_pictures (import_id, product_id, position, wanted)
     SELECT $1, product_id, position, wanted
       FROM jsonb_to_recordset($2) AS row (product_id int, position int, wanted jsonb)
     ON CONFLICT (import_id, position) DO UPDATE SET wanted = excluded.wanted, state = 'waiting', due_at = now()`,
    [
      importId,
      JSON.stringify(
        missing.map(({ product, position, wanted }) => ({
          product_id: product.id,
          position,
          wanted: picturesOf(wanted),
        })),
      ),
    ],
  );
};
