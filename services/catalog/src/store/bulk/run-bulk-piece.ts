import type { Job, JobPiece } from '@quayside/postgres';
import type { PoolClient } from 'pg';
import { decideBulk, undoBulk, type BulkDecision, type BulkEffect } from '../../domain/bulk/bulk-action.ts';
import { CatalogError } from '../../domain/errors.ts';
import type { Announce } from '../announce.ts';
import { changeLocked } from '../full-product/change-locked.ts';
import type { BulkInput } from './bulk-jobs.ts';

const effectOf = async (tx: PoolClient, jobId: string, entityId: string): Promise<BulkEffect> => {
  const { rows } = await tx.query<{ result: BulkEffect }>(
    `SELECT result FROM job_items WHERE job_id = $1 AND entity_id = $2 AND state = 'done'`,
    [jobId, entityId],
  );
  return rows[0]?.result ?? {};
};

/** What cannot be done of one product, and is noted beside it. */
export const isRefusal = (error: unknown): error is CatalogError => error instanceof CatalogError;

/** One product of a job, in the transaction that notes it as done. */
export const createBulkPiece =
  ({ announce, onChange }: { announce: Announce; onChange: () => void }) =>
  async (tx: PoolClient, job: Job, { entityId }: JobPiece): Promise<object | undefined> => {
    const input = job.input as BulkInput;
    const by = { id: job.actor.id, name: job.actor.name ?? job.actor.id };
    const undone = 'undoOf' in input ? await effectOf(tx, input.undoOf, entityId) : undefined;
    let made: BulkDecision | undefined;
    const source = { kind: 'job', id: job.id } as const;
    await changeLocked(tx, { announce, id: Number(entityId), by, source }, async (product, rules) => {
      made =
        'undoOf' in input ? undoBulk(product, undone ?? {}, rules) : decideBulk(product, input.action, rules);
      return made?.decision;
    });
    if (made) onChange();
    return made?.effect;
  };
