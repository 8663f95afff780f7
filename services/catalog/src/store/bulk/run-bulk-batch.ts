import { postgresAuditLog, type Job, type JobPiece, type PieceOutcome } from '@quayside/postgres';
import type { ClientBase, PoolClient } from 'pg';
import { decideBulk, undoBulk, type BulkDecision, type BulkEffect } from '../../domain/bulk/bulk-action.ts';
import { CatalogError, CategoryUnknown, ProductNotFound } from '../../domain/errors.ts';
import type { FullProduct } from '../../domain/full-product/full-product.ts';
import type { Announce } from '../announce.ts';
import { auditedProduct } from '../full-product/audited-product.ts';
import { loadFullProducts } from '../full-product/load-full-product.ts';
import { loadRules } from '../full-product/load-rules.ts';
import { saveFullProducts } from '../full-product/save-full-products.ts';
import { tellBatch } from '../full-product/tell-variants.ts';
import { nameCause } from '../price-history/name-cause.ts';
import type { BulkInput } from './bulk-jobs.ts';

/** How many products a transaction changes at the most, so that nobody waits long for a lock of it. */
export const changedAtOnce = 100;

const effectsOf = async (
  tx: ClientBase,
  jobId: string,
  entityIds: readonly string[],
): Promise<ReadonlyMap<number, BulkEffect>> => {
  const { rows } = await tx.query<{ entityId: string; result: BulkEffect }>(
    `SELECT entity_id AS "entityId", result FROM job_items
      WHERE job_id = $1 AND entity_id = ANY($2) AND state = 'done'`,
    [jobId, entityIds],
  );
  return new Map(rows.map(({ entityId, result }) => [Number(entityId), result]));
};

const lockProducts = async (
  tx: ClientBase,
  ids: readonly number[],
): Promise<ReadonlyMap<number, FullProduct>> => {
  await tx.query('SELECT 1 FROM products WHERE id = ANY($1) ORDER BY id FOR UPDATE', [ids]);
  return new Map((await loadFullProducts(tx, ids)).map((product) => [product.id, product]));
};

/** Categories among these that are there, and stay until the transaction ends. */
const lockCategories = async (tx: ClientBase, ids: readonly number[]): Promise<ReadonlySet<number>> => {
  const { rows } = await tx.query<{ id: number }>(
    'SELECT id FROM categories WHERE id = ANY($1) ORDER BY id FOR KEY SHARE',
    [[...new Set(ids)]],
  );
  return new Set(rows.map(({ id }) => id));
};

type Plan = { readonly before: FullProduct; readonly made: BulkDecision | undefined } | CatalogError;

const decidedOf = (plans: readonly Plan[]) =>
  plans.flatMap((plan) =>
    plan instanceof CatalogError || !plan.made ? [] : [{ before: plan.before, decision: plan.made.decision }],
  );

const outcomeOf = (plan: Plan): PieceOutcome => {
  if (plan instanceof CatalogError) return { state: 'failed', code: plan.code, detail: plan.message };
  return plan.made ? { state: 'done', result: plan.made.effect } : { state: 'unchanged' };
};

/** Refuses what would be put where nothing is any more. */
const withCategories = async (tx: ClientBase, plans: readonly Plan[]): Promise<Plan[]> => {
  const moved = (plan: Plan) => (plan instanceof CatalogError ? undefined : plan.made?.effect.category?.to);
  const wanted = plans.flatMap((plan) => moved(plan) ?? []);
  if (wanted.length === 0) return [...plans];
  const known = await lockCategories(tx, wanted);
  return plans.map((plan) => {
    const to = moved(plan);
    return to === undefined || known.has(to) ? plan : new CategoryUnknown(to);
  });
};

const planBatch = async (tx: PoolClient, input: BulkInput, pieces: readonly JobPiece[]): Promise<Plan[]> => {
  const ids = pieces.map(({ entityId }) => Number(entityId));
  const products = await lockProducts(tx, ids);
  const rules = await loadRules(tx);
  const undone =
    'undoOf' in input
      ? await effectsOf(
          tx,
          input.undoOf,
          pieces.map(({ entityId }) => entityId),
        )
      : undefined;
  const plans = ids.map((id): Plan => {
    const before = products.get(id);
    if (!before) return new ProductNotFound(String(id));
    try {
      const made =
        'undoOf' in input
          ? undoBulk(before, undone?.get(id) ?? {}, rules)
          : decideBulk(before, input.action, rules);
      return { before, made };
    } catch (error) {
      if (error instanceof CatalogError) return error;
      throw error;
    }
  });
  return withCategories(tx, plans);
};

/** Some products of a job, in the transaction that notes them as done. */
export const createBulkBatch =
  ({ announce, onChange }: { announce: Announce; onChange: () => void }) =>
  async (tx: PoolClient, job: Job, pieces: readonly JobPiece[]): Promise<readonly PieceOutcome[]> => {
    const by = { id: job.actor.id, name: job.actor.name ?? job.actor.id };
    const plans = await planBatch(tx, job.input as BulkInput, pieces);
    const decided = decidedOf(plans);
    if (decided.length > 0) {
      await nameCause(tx, by, { kind: 'job', id: job.id });
      await saveFullProducts(tx, decided);
      const saved = await loadFullProducts(
        tx,
        decided.map(({ before }) => before.id),
      );
      const told = saved.map((after, at) => ({ before: decided[at]?.before ?? after, after }));
      await tellBatch(tx, announce, { told, facts: decided.flatMap(({ decision }) => decision.facts) });
      await postgresAuditLog.append(
        tx,
        by,
        ...told.map(({ before, after }) => ({
          action: 'changed',
          entity: 'product',
          entityId: after.id,
          before: auditedProduct(before),
          after: auditedProduct(after),
        })),
      );
      onChange();
    }
    return plans.map(outcomeOf);
  };
