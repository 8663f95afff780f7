import { postgresAuditLog, type PieceOutcome } from '@quayside/postgres';
import type { ClientBase } from 'pg';
import type { FullProduct } from '../../domain/full-product/full-product.ts';
import type { Actor } from '../../usecases/actor.ts';
import type { Announce } from '../announce.ts';
import { auditedProduct } from '../full-product/audited-product.ts';
import { loadFullProducts } from '../full-product/load-full-product.ts';
import { saveFullProducts } from '../full-product/save-full-products.ts';
import { tellBatch } from '../full-product/tell-variants.ts';
import { insertProducts } from './insert-products.ts';
import type { ProductPlan } from './plan-batch.ts';
import { setStock } from './set-stock.ts';

type Planned = Extract<ProductPlan, { kind: 'planned' }>;
type Decided = Planned & { readonly decision: NonNullable<Planned['decision']> };

const isDecided = (plan: ProductPlan): plan is Decided =>
  plan.kind === 'planned' && plan.decision !== undefined;

const stockOf = ({ wanted }: Planned): Map<string, number> =>
  new Map(wanted.variants.flatMap(({ sku, stock }) => (stock === undefined ? [] : [[sku, stock]])));

interface Written {
  readonly before: FullProduct | undefined;
  readonly id: number;
}

/** What is new and what is changed, each in a few statements for all. */
const writeProducts = async (tx: ClientBase, decided: readonly Decided[]): Promise<Written[]> => {
  const news = decided.filter(({ before }) => !before);
  const ids = await insertProducts(
    tx,
    news.map((plan) => ({ decision: plan.decision, stock: stockOf(plan) })),
  );
  const changed = decided.flatMap(({ before, decision }) => (before ? [{ before, decision }] : []));
  await saveFullProducts(tx, changed);
  return [
    ...ids.map((id): Written => ({ before: undefined, id })),
    ...changed.map(({ before }): Written => ({ before, id: before.id })),
  ];
};

/** Each planned product as it is now. */
const nowOf = (
  plan: ProductPlan,
  products: ReadonlyMap<number, FullProduct>,
  bySlug: ReadonlyMap<string, FullProduct>,
): FullProduct | undefined => {
  if (plan.kind === 'refused') return undefined;
  const { before, wanted } = plan;
  return before ? (products.get(before.id) ?? before) : bySlug.get(wanted.slug);
};

const outcomeOf = (
  plan: ProductPlan,
  moved: ReadonlySet<string>,
  refused: ReadonlyMap<string, { code: string; message: string }>,
): PieceOutcome => {
  if (plan.kind === 'refused') return { state: 'failed', code: plan.code, detail: plan.detail };
  const skus = plan.wanted.variants.map(({ sku }) => sku);
  const fault = skus.map((sku) => refused.get(sku)).find((one) => one !== undefined);
  if (fault) return { state: 'failed', code: fault.code, detail: fault.message };
  if (!plan.decision && !skus.some((sku) => moved.has(sku))) return { state: 'unchanged' };
  return { state: 'done', result: { made: !plan.before } };
};

/** Writes what was planned with everything that follows from it: events at once, and an entry in the audit log for each. */
export const writeBatch = async (
  tx: ClientBase,
  announce: Announce,
  { plans, by, reason }: { plans: readonly ProductPlan[]; by: Actor; reason: string },
): Promise<{ outcomes: PieceOutcome[]; products: (FullProduct | undefined)[] }> => {
  const decided = plans.filter(isDecided);
  const written = await writeProducts(tx, decided);
  const loaded = await loadFullProducts(
    tx,
    written.map(({ id }) => id),
  );
  const products = new Map(loaded.map((product) => [product.id, product]));
  const told = written.flatMap(({ before, id }) => {
    const after = products.get(id);
    return after ? [{ before, after }] : [];
  });
  await tellBatch(tx, announce, {
    told,
    facts: decided.flatMap(({ decision }) => decision.facts),
  });
  await postgresAuditLog.append(
    tx,
    by,
    ...told.map(({ before, after }) => ({
      action: before ? 'changed' : 'created',
      entity: 'product',
      entityId: after.id,
      ...(before && { before: auditedProduct(before) }),
      after: auditedProduct(after),
    })),
  );
  // Of those that are new it is written already.
  const counted = plans.flatMap((plan) => (plan.kind === 'planned' && plan.before ? [...stockOf(plan)] : []));
  const { moved, refused } = await setStock(tx, announce, { wanted: new Map(counted), reason, by });
  const bySlug = new Map(loaded.map((product) => [product.slug, product]));
  return {
    outcomes: plans.map((plan) => outcomeOf(plan, moved, refused)),
    products: plans.map((plan) => nowOf(plan, products, bySlug)),
  };
};
