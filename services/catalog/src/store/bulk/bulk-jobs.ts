import { inTransaction, postgresAuditLog, type PostgresJobs } from '@quayside/postgres';
import type { Pool } from 'pg';
import { decideBulk, type BulkAction } from '../../domain/bulk/bulk-action.ts';
import { CatalogError, JobNotFound, JobNotUndoable, JobRunning } from '../../domain/errors.ts';
import type { FullProduct } from '../../domain/full-product/full-product.ts';
import type { Actor } from '../../usecases/actor.ts';
import type { BulkJob, BulkJobs, BulkPreviewLine } from '../../usecases/bulk-jobs.ts';
import { answerOrUnavailable } from '../answer-or-unavailable.ts';
import { loadFullProducts } from '../full-product/load-full-product.ts';
import { loadRules } from '../full-product/load-rules.ts';

/** Of the `input` of a job: an action, or the job that is taken back. */
export type BulkInput = { readonly action: BulkAction } | { readonly undoOf: string };

export const bulkKinds = { change: 'products-change', undo: 'products-undo' } as const;

const lineOf = (product: FullProduct, decide: () => ReturnType<typeof decideBulk>): BulkPreviewLine => {
  const line = { productId: product.id, name: product.name };
  try {
    const effect = decide()?.effect;
    if (!effect) return { ...line, fault: 'Nothing would change', prices: [] };
    return {
      ...line,
      ...(effect.status && { status: effect.status }),
      prices: (effect.prices ?? []).map(({ sku, from, to }) => ({
        sku,
        currency: from.currency,
        from: from.amount,
        to: to.amount,
      })),
    };
  } catch (error) {
    if (error instanceof CatalogError) return { ...line, fault: error.message, prices: [] };
    throw error;
  }
};

export const createBulkJobs = ({ pool, jobs }: { pool: Pool; jobs: PostgresJobs }): BulkJobs => {
  const read = async (id: string): Promise<BulkJob> => {
    const job = await answerOrUnavailable(jobs.read(id));
    if (!job) throw new JobNotFound(id);
    return job;
  };
  const start = async (
    kind: string,
    input: BulkInput,
    ids: readonly (number | string)[],
    by: Actor,
  ): Promise<BulkJob> => {
    const id = await answerOrUnavailable(
      inTransaction(pool, async (tx) => {
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
    start: (ids, action, by) => start(bulkKinds.change, { action }, ids, by),
    preview: async (ids, action) => {
      const [products, rules] = await answerOrUnavailable(
        Promise.all([loadFullProducts(pool, ids), loadRules(pool)]),
      );
      return products.map((product) => lineOf(product, () => decideBulk(product, action, rules)));
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
      const done = await answerOrUnavailable(jobs.results(id));
      if (done.length === 0 || job.kind !== bulkKinds.change) throw new JobNotUndoable();
      return start(
        bulkKinds.undo,
        { undoOf: id },
        done.map(({ entityId }) => entityId),
        by,
      );
    },
  };
};
