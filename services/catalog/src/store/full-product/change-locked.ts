import { postgresAuditLog } from '@quayside/postgres';
import type { ClientBase } from 'pg';
import type { FullProductDecision, ProductRules } from '../../domain/full-product/change-full-product.ts';
import type { FullProduct } from '../../domain/full-product/full-product.ts';
import type { Actor } from '../../usecases/actor.ts';
import type { Announce } from '../announce.ts';
import { nameCause } from '../price-history/name-cause.ts';
import { auditedProduct } from './audited-product.ts';
import { loadFullProduct, lockFullProduct } from './load-full-product.ts';
import { loadRules } from './load-rules.ts';
import { saveFullProducts } from './save-full-products.ts';
import { tellGone, tellVariants } from './tell-variants.ts';

/** Lets `decide` look at the locked product, and writes what it answers with everything that follows from it. */
export const changeLocked = async (
  tx: ClientBase,
  { announce, id, by }: { announce: Announce; id: number; by: Actor },
  decide: (product: FullProduct, rules: ProductRules) => Promise<FullProductDecision | undefined>,
): Promise<FullProduct> => {
  const before = await lockFullProduct(tx, id);
  const decision = await decide(before, await loadRules(tx));
  if (!decision) return before;
  await nameCause(tx, by);
  await tellGone(tx, announce, decision.removed);
  const made = await saveFullProducts(tx, [{ before, decision }]);
  const after = await loadFullProduct(tx, id);
  await tellVariants(tx, announce, { before, after, made, facts: decision.facts });
  await postgresAuditLog.append(tx, by, {
    action: 'changed',
    entity: 'product',
    entityId: id,
    before: auditedProduct(before),
    after: auditedProduct(after),
  });
  return after;
};
