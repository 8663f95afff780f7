import type { ProductDetail } from './catalog-reads.ts';

/** Products as their pages would show them, for whoever has a link. */
export interface Previews {
  /** @throws {ProductNotFound} */
  link(productId: number): Promise<{ readonly token: string; readonly expiresAt: string }>;
  /** @throws {PreviewNotValid} */
  open(token: string): Promise<ProductDetail>;
}
