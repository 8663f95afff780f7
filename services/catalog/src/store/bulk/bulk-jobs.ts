import { isCurrency } from '@quayside/contracts/money';
import { inTransaction, postgresAuditLog, type PostgresJobs } from '@quayside/postgres';
import type { ClientBase, Pool } from 'pg';
import type { BulkAction } from '../../domain/bulk/bulk-action.ts';
import { NothingFound } from '../../domain/bulk/bulk-errors.ts';
import {
  CategoryUnknown,
  CurrencyUnknown,
  JobNotFound,
  JobNotUndoable,
  JobRunning,
} from '../../domain/errors.ts';
import type { Actor } from '../../usecases/actor.ts';
import type { BulkJob, BulkJobs } from '../../usecases/bulk-jobs.ts';
import type { ProductFilter } from '../../usecases/product-store.ts';
import { answerOrUnavailable } from '../answer-or-unavailable.ts';
import { productConditions, type SearchProducts } from '../full-product/list-full-products.ts';
import { previewLines } from './preview-lines.ts';
import { wholeEffect } from './whole-effect.ts';

/** Of the `input` of a job: an action, with the filter that found its products, or the job that is taken back. */
export type BulkInput =
  | { readonly action: BulkAction; readonly found?: ProductFilter; readonly seen?: number | undefined }
  | { readonly undoOf: string };

export const bulkKinds = { change: 'products-change', undo: 'products-undo' } as const;

/** How many of all that is found are shown one by one. */
const sampleSize = 20;

/** @throws {CategoryUnknown | CurrencyUnknown} */
const requireKnown = async (pool: Pool, action: BulkAction): Promise<void> => {
  if ('currency' in action && !isCurrency(action.currency)) throw new CurrencyUnknown(action.currency);
  if (action.type !== 'category') return;
  const { rowCount } = await answerOrUnavailable(
    pool.query('SELECT 1 FROM categories WHERE id = $1', [action.categoryId]),
  );
  if (rowCount === 0) throw new CategoryUnknown(action.categoryId);
};

export const createBulkJobs = ({
  pool,
  jobs,
  search,
}: {
  pool: Pool;
  jobs: PostgresJobs;
  search: SearchProducts;
}): BulkJobs => {
  const read = async (id: string): Promise<BulkJob> => {
    const job = await answerOrUnavailable(jobs.read(id));
    if (!job) throw new JobNotFound(id);
    return job;
  };
  const conditionsOf = async (found: ProductFilter) =>
    productConditions(found, found.q === undefined ? undefined : await answerOrUnavailable(search(found.q)));
  const start = async (
    kind: string,
    input: BulkInput,
    by: Actor,
    idsIn: (tx: ClientBase) => Promise<readonly (number | string)[]>,
  ): Promise<BulkJob> => {
    const id = await answerOrUnavailable(
      inTransaction(pool, async (tx) => {
        const ids = await idsIn(tx);
        if (ids.length === 0) throw new NothingFound();
        const made = await jobs.add(tx, { kind, input, by, entityIds: ids.map(String) });
        const after = { kind, ...input, products: ids.length };
        await postgresAuditLog.append(tx, by, { action: 'started', entity: 'job', entityId: made, after });
        return made;
      }),
    );
    jobs.scheduled();
    return read(id);
  };

  return {
    start: async (ids, action, by) => {
      await requireKnown(pool, action);
      return start(bulkKinds.change, { action }, by, async () => ids);
    },
    preview: async (ids, action) => {
      await requireKnown(pool, action);
      return answerOrUnavailable(previewLines(pool, ids, action));
    },
    startFound: async ({ found, action, seen }, by) => {
      await requireKnown(pool, action);
      const { where, params } = await conditionsOf(found);
      return start(bulkKinds.change, { action, found, seen }, by, async (tx) => {
        const { rows } = await tx.query<{ id: number }>(
          `SELECT products.id FROM products WHERE ${where} ORDER BY products.id`,
          params,
        );
        return rows.map(({ id }) => id);
      });
    },
    previewFound: async ({ found, action }) => {
      await requireKnown(pool, action);
      const { where, params } = await conditionsOf(found);
      const sample = async () => {
        const { rows } = await pool.query<{ id: number }>(
          `SELECT products.id FROM products WHERE ${where} ORDER BY products.id LIMIT ${sampleSize}`,
          params,
        );
        return previewLines(
          pool,
          rows.map(({ id }) => id),
          action,
        );
      };
      const [effect, items] = await answerOrUnavailable(
        Promise.all([wholeEffect(pool, { where, params }, action), sample()]),
      );
      return { ...effect, items };
    },
    list: (query) => answerOrUnavailable(jobs.list(query)),
    read,
    retry: async (id, by) => {
      await read(id);
      await answerOrUnavailable(jobs.retryFailed(id));
      await answerOrUnavailable(
        inTransaction(pool, (tx) =>
          postgresAuditLog.append(tx, by, { action: 'repeated', entity: 'job', entityId: id, after: {} }),
        ),
      );
      return read(id);
    },
    undo: async (id, by) => {
      const job = await read(id);
      if (!job.isDone) throw new JobRunning();
      if (job.done === 0 || job.kind !== bulkKinds.change) throw new JobNotUndoable();
      return start(bulkKinds.undo, { undoOf: id }, by, (tx) => jobs.doneEntities(tx, id));
    },
  };
};
