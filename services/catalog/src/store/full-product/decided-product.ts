import type { FullProductDecision } from '../../domain/full-product/change-full-product.ts';
import type { FullProduct } from '../../domain/full-product/full-product.ts';

/** A product as it was, and what was decided of it. */
export interface DecidedProduct {
  readonly before: FullProduct;
  readonly decision: FullProductDecision;
}
