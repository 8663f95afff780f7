import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { ClaimedWork } from '@quayside/due-work';
import type { Pool, PoolClient } from 'pg';
import { CatalogError, CatalogUnavailable } from '../../domain/errors.ts';
import { addMedia, requireRoomForMedia } from '../../domain/full-product/add-media.ts';
import {
  changeFullProduct,
  type FullProductDecision,
} from '../../domain/full-product/change-full-product.ts';
import type { FullProduct } from '../../domain/full-product/full-product.ts';
import { PictureOutOfReach } from '../../domain/import-errors.ts';
import type { PictureFetcher } from '../../usecases/imports/picture-fetcher.ts';
import { entryIn, type ArchiveFiles, type ProductArchive } from '../../usecases/imports/product-archive.ts';
import type { PictureEncoder, PictureStore } from '../../usecases/pictures.ts';
import type { Announce } from '../announce.ts';
import { changeLocked } from '../full-product/change-locked.ts';
import { keptArchive } from './import-parts.ts';
import { hashesOf, rememberSource, type WantedPictures } from './picture-sources.ts';

interface PictureWork {
  readonly import_id: string;
  readonly product_id: number;
  readonly position: number;
  readonly wanted: WantedPictures;
  readonly actor_id: string;
  readonly actor_name: string | null;
  readonly name: string;
}

interface Fault {
  readonly url: string;
  readonly row: number;
  readonly code: string;
  readonly detail: string;
}

export interface PictureDeps {
  readonly pool: Pool;
  readonly announce: Announce;
  readonly onChange: () => void;
  readonly fetcher: PictureFetcher;
  readonly archives: ArchiveFiles;
  readonly encoder: PictureEncoder;
  readonly pictures: PictureStore;
}

const load = async (pool: Pool, id: string): Promise<PictureWork | undefined> => {
  const { rows } = await pool.query<PictureWork>(
    `SELECT import_id, product_id, position, wanted, actor_id, imports.name,
            ${postgresAuditLog.nameOf('imports.actor_id')} AS actor_name
       FROM import_pictures JOIN imports ON imports.id = import_id WHERE import_pictures.id = $1`,
    [id],
  );
  return rows[0];
};

/** Fetches what is not there yet, outside of any transaction: a slow server holds nothing up. */
const fetchAll = async (
  { pool, encoder, pictures }: PictureDeps,
  { pictures: wanted }: WantedPictures,
  { work, fetch }: { work: ClaimedWork; fetch: (url: string) => Promise<Buffer> },
): Promise<{ hashes: Map<string, string>; faults: Fault[] }> => {
  const hashes = await hashesOf(
    pool,
    wanted.map(({ url }) => url),
  );
  const faults: Fault[] = [];
  for (const { url, row } of wanted) {
    if (hashes.has(url) || !work.isHeld()) continue;
    try {
      const picture = await encoder.encode(await fetch(url));
      await pictures.keep(picture);
      // A name in an archive names another picture in the next one.
      if (entryIn(url) === undefined) await rememberSource(pool, url, picture.hash);
      hashes.set(url, picture.hash);
    } catch (error) {
      if (!(error instanceof CatalogError) || error instanceof CatalogUnavailable) throw error;
      faults.push({ url: entryIn(url) ?? url, row, code: error.code, detail: error.message });
    }
  }
  return { hashes, faults };
};

const insertMedia = async (tx: PoolClient, product: FullProduct, hash: string, alt: string) => {
  const { rows } = await tx.query<{ id: number }>(
    'INSERT INTO media (product_id, position, alt, hash) VALUES ($1, $2, $3, $4) RETURNING id',
    [product.id, product.media.length, alt, hash],
  );
  return addMedia(product, { id: (rows[0] as { id: number }).id, hash, alt });
};

/** What becomes of the product by its new pictures, their texts, and which of them shows which variant. */
const decide = async (
  tx: PoolClient,
  before: FullProduct,
  { pictures, variants }: WantedPictures,
  hashes: ReadonlyMap<string, string>,
  rules: Parameters<typeof changeFullProduct>[3],
): Promise<FullProductDecision | undefined> => {
  let decision: FullProductDecision = { product: before, added: [], removed: [], facts: [] };
  for (const { url, alt } of pictures) {
    const hash = hashes.get(url);
    if (hash === undefined || decision.product.media.some((one) => one.hash === hash)) continue;
    requireRoomForMedia(decision.product);
    decision = await insertMedia(tx, decision.product, hash, alt ?? before.name);
  }
  const now = decision.product;
  const altOf = new Map(
    pictures.flatMap(({ url, alt }) => (alt === undefined ? [] : [[hashes.get(url), alt]])),
  );
  const media = now.media.map(({ id, hash, alt }) => ({ id, alt: altOf.get(hash) ?? alt }));
  const shown = now.variants.map((variant) => {
    const hash = hashes.get(variants[variant.sku] ?? '');
    const found = now.media.find((one) => one.hash === hash);
    return found && hash !== undefined ? { ...variant, mediaId: found.id } : variant;
  });
  const changed = changeFullProduct(now, { media, variants: shown }, now.version, rules);
  return changed ?? (now === before ? undefined : decision);
};

const settle = async (
  tx: PoolClient,
  id: string,
  work: PictureWork,
  faults: readonly Fault[],
): Promise<void> => {
  await tx.query('UPDATE import_pictures SET state = $2 WHERE id = $1', [
    id,
    faults.length > 0 ? 'failed' : 'done',
  ]);
  await tx.query(
    `INSERT INTO import_faults (import_id, row, name, value, code, detail, position, blocks)
     SELECT $1, row, '', url, code, detail, $3, false
       FROM jsonb_to_recordset($2) AS row (row int, url text, code text, detail text)`,
    [work.import_id, JSON.stringify(faults), work.position],
  );
};

/** What pictures are read from: their addresses, or the archive of the import, which is kept open for the next product of it. */
const createSources = ({ pool, fetcher, archives }: PictureDeps) => {
  let last: { id: string; archive: Promise<ProductArchive | undefined> } | undefined;
  const archiveOf = (id: string): Promise<ProductArchive | undefined> => {
    if (last?.id !== id) {
      const archive = keptArchive(pool, archives, id);
      last = { id, archive };
      archive.catch(() => (last = undefined));
    }
    return last.archive;
  };
  return (importId: string) =>
    async (url: string): Promise<Buffer> => {
      const entry = entryIn(url);
      if (entry === undefined) return fetcher.fetch(url);
      const archive = await archiveOf(importId);
      if (!archive) throw new PictureOutOfReach('The archive it was in is gone');
      try {
        const parts: Buffer[] = [];
        for await (const part of archive.read(entry)) parts.push(part);
        return Buffer.concat(parts);
      } catch (error) {
        // What the store could not read is asked for anew the next time.
        if (!(error instanceof CatalogError)) last = undefined;
        throw error;
      }
    };
};

/** The pictures of one product: those that can be had are shown, the others are noted beside their rows. */
export const createPictureWork = (deps: PictureDeps) => {
  const sourcesOf = createSources(deps);
  return async (claimed: ClaimedWork): Promise<void> => {
    const work = await load(deps.pool, claimed.id);
    if (!work) return;
    const by = { id: work.actor_id, name: work.actor_name ?? work.actor_id };
    const { hashes, faults } = await fetchAll(deps, work.wanted, {
      work: claimed,
      fetch: sourcesOf(work.import_id),
    });
    if (!claimed.isHeld()) return;
    await inTransaction(deps.pool, async (tx) => {
      const { announce } = deps;
      await changeLocked(tx, { announce, id: work.product_id, by }, (product, rules) =>
        decide(tx, product, work.wanted, hashes, rules),
      );
      await settle(tx, claimed.id, work, faults);
    });
    deps.onChange();
  };
};

/** Those that failed are fetched again; answers how many. */
export const retryPictures = async (tx: PoolClient, importId: string): Promise<number> => {
  const { rowCount } = await tx.query(
    `UPDATE import_pictures SET state = 'waiting', due_at = now(), attempts = 0
      WHERE import_id = $1 AND state = 'failed'`,
    [importId],
  );
  return rowCount ?? 0;
};
