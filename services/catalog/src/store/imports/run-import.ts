import { setAside, type Job, type JobPiece, type PieceOutcome } from '@quayside/postgres';
import type { PoolClient } from 'pg';
import type { FullProduct } from '../../domain/full-product/full-product.ts';
import type { ImportSettings } from '../../domain/imports/import-file.ts';
import type { WantedProduct } from '../../domain/imports/wanted-product.ts';
import type { Announce } from '../announce.ts';
import { nameCause } from '../price-history/name-cause.ts';
import { createPlaces } from './places.ts';
import { wantPictures } from './picture-sources.ts';
import { planBatch } from './plan-batch.ts';
import { writeBatch } from './write-batch.ts';

export const productsAtOnce = 250;

interface Waiting {
  readonly position: number;
  readonly row: number;
  readonly key: string;
  readonly wanted: WantedProduct;
}

const loadWanted = async (
  tx: PoolClient,
  importId: string,
  pieces: readonly JobPiece[],
): Promise<Waiting[]> => {
  const { rows } = await tx.query<Waiting>(
    `SELECT position, row, key, wanted FROM import_products
      WHERE import_id = $1 AND position = ANY($2) ORDER BY position`,
    [importId, pieces.map(({ entityId }) => Number(entityId))],
  );
  return rows;
};

const keepFaults = async (
  tx: PoolClient,
  importId: string,
  waiting: readonly Waiting[],
  outcomes: readonly PieceOutcome[],
): Promise<void> => {
  const faults = outcomes.flatMap((outcome, at) => {
    const product = waiting[at];
    if (outcome.state !== 'failed' || !product) return [];
    const { position, row, key } = product;
    return [{ position, row, value: key, code: outcome.code, detail: outcome.detail }];
  });
  if (faults.length === 0) return;
  await tx.query(
    `INSERT INTO import_faults (import_id, row, name, value, code, detail, position)
     SELECT $1, row, '', value, code, detail, position
       FROM jsonb_to_recordset($2) AS row (row int, value text, code text, detail text, position int)`,
    [importId, JSON.stringify(faults)],
  );
};

/** A piece that broke, and not only was refused, is noted beside its row like any other. */
export const keepSetAside = async (tx: PoolClient, job: Job, piece: JobPiece): Promise<void> => {
  const { importId } = job.input as { importId: string };
  await keepFaults(tx, importId, await loadWanted(tx, importId, [piece]), [setAside]);
};

const wantThose = (
  tx: PoolClient,
  importId: string,
  waiting: readonly Waiting[],
  products: readonly (FullProduct | undefined)[],
) =>
  wantPictures(
    tx,
    importId,
    waiting.flatMap(({ position, wanted }, at) => {
      const product = products[at];
      return product ? [{ position, wanted, product }] : [];
    }),
  );

/** Some products of a file, in the transaction that notes them as done. */
export const createImportBatch =
  ({ announce, onChange }: { announce: Announce; onChange: () => void }) =>
  async (tx: PoolClient, job: Job, pieces: readonly JobPiece[]): Promise<readonly PieceOutcome[]> => {
    const { importId, name } = job.input as { importId: string; name: string };
    const by = { id: job.actor.id, name: job.actor.name ?? job.actor.id };
    const { rows } = await tx.query<{ settings: ImportSettings }>(
      'SELECT settings FROM imports WHERE id = $1',
      [importId],
    );
    const settings = (rows[0] as { settings: ImportSettings }).settings;
    const waiting = await loadWanted(tx, importId, pieces);
    await nameCause(tx, by, { kind: 'import', id: importId });
    await tx.query('SAVEPOINT import_batch');
    const plans = await planBatch(
      tx,
      waiting.map(({ wanted }) => wanted),
      { places: await createPlaces(tx, by), settings },
    );
    const reason = `Import ${name}`.slice(0, 200);
    const { outcomes, products } = await writeBatch(tx, announce, { plans, by, reason });
    const isHalfDone = outcomes.some(({ state }, at) => state === 'failed' && plans[at]?.kind === 'planned');
    // One whose stock could not be set leaves nothing of itself; the others are done without it.
    if (isHalfDone && pieces.length > 1) throw new Error('a product of the batch is refused: one by one');
    if (isHalfDone) await tx.query('ROLLBACK TO SAVEPOINT import_batch');
    else await wantThose(tx, importId, waiting, products);
    await keepFaults(tx, importId, waiting, outcomes);
    onChange();
    return outcomes;
  };
