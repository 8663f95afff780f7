import { changeFullProduct, changeProductStatus } from '../domain/full-product/change-full-product.ts';
import type { FullProductChange } from '../domain/full-product/full-product.ts';
import type { SeenProduct } from '../domain/full-product/seen.ts';
import type { ProductStatus } from '../domain/product.ts';
import type { Actor } from './actor.ts';
import type { ProductStore } from './product-store.ts';

interface OnProduct {
  readonly id: number;
  readonly expectedVersion: number;
  readonly by: Actor;
}

/** @throws {ProductNotFound | StaleVersion} and whatever does not fit */
export const changeProduct = (
  products: ProductStore,
  { id, expectedVersion, by, change }: OnProduct & { change: FullProductChange },
): Promise<SeenProduct> =>
  products.update(id, by, (product, rules) => changeFullProduct(product, change, expectedVersion, rules));

/** @throws {ProductNotFound | StaleVersion | ProductNotSellable} */
export const setProductStatus = (
  products: ProductStore,
  { id, expectedVersion, by, status }: OnProduct & { status: ProductStatus },
): Promise<SeenProduct> =>
  products.update(id, by, (product, rules) => changeProductStatus(product, status, expectedVersion, rules));
