import type { Logger } from '@quayside/runtime';
import { CatalogError } from '../domain/errors.ts';
import { publishAsPlanned } from '../domain/full-product/change-full-product.ts';
import type { Actor } from './actor.ts';
import type { ProductStore } from './product-store.ts';

/** By what name the audit log knows whoever publishes what somebody planned. */
const schedule: Actor = { id: 'schedule', name: 'The schedule' };

/**
 * Publishes every draft whose time has come. One that cannot be sold as it is stays a draft that is due, and is tried
 * again with each call; it is told of once for each of its versions.
 */
export const createPublishPlanned = ({
  products,
  now,
  logger,
}: {
  products: Pick<ProductStore, 'due' | 'update'>;
  now: () => Date;
  logger: Logger;
}) => {
  const told = new Map<number, number>();
  return async (): Promise<void> => {
    const due = await products.due(now());
    for (const { id, version } of due) {
      try {
        await products.update(id, schedule, (product, rules) => publishAsPlanned(product, now(), rules));
        logger.info({ productId: id }, 'a product was published as planned');
      } catch (error) {
        if (!(error instanceof CatalogError)) throw error;
        if (told.get(id) === version) continue;
        told.set(id, version);
        logger.warn(
          { productId: id, code: error.code, reason: error.message },
          'a product could not be published as planned',
        );
      }
    }
    for (const id of told.keys()) if (!due.some((one) => one.id === id)) told.delete(id);
  };
};
