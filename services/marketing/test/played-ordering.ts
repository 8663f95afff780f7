import type { KnownOrder } from '@quayside/contracts';
import { playService } from '@quayside/testkit';

/** Plays Ordering to what Marketing asks of it. */
export const playOrdering = async () => {
  const orders = new Map<string, KnownOrder>();
  let isAway = false;
  let held: Promise<void> | undefined;
  const played = await playService(async (path) => {
    await held;
    if (isAway) return { status: 503, body: { code: 'orders-unavailable' } };
    const found = orders.get(/^\/internal\/v1\/orders\/([^/]+)$/.exec(path)?.[1] ?? '');
    return found ? { status: 200, body: found } : { status: 404, body: { code: 'order-not-found' } };
  });
  return {
    config: { ORDERING_URL: played.url },
    know: (order: KnownOrder) => void orders.set(order.id, order),
    leave: () => void (isAway = true),
    comeBack: () => void (isAway = false),
    /** Lets whoever asks wait. @returns what ends that */
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    close: played.close,
  };
};
