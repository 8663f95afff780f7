import { playService } from '@quayside/testkit';
import { ada } from './checkout.ts';

/** Plays Basket to what Ordering asks of it: everybody is Ada, but for whom it has forgotten. */
export const playBasket = async () => {
  const forgotten = new Set<string>();
  const asked: string[][] = [];
  let status = 200;
  const played = await playService((path, sent) => {
    if (path !== '/internal/v1/checkouts/details') return { status: 404, body: { code: 'route-not-found' } };
    const { checkouts } = sent as { checkouts: { orderId: string; buyerId: string }[] };
    asked.push(checkouts.map(({ orderId }) => orderId));
    const items = checkouts
      .filter(({ orderId, buyerId }) => !forgotten.has(orderId) && !forgotten.has(buyerId))
      .map(({ orderId }) => ({ ...ada, orderId }));
    return { status, body: { items } };
  });
  return {
    config: { BASKET_URL: played.url, INTERNAL_SECRET: played.secret },
    /** The orders of each call. */
    asked,
    /** By order or by buyer. */
    forget: (id: string) => void forgotten.add(id),
    answer: (by: 200 | 503) => void (status = by),
    close: played.close,
  };
};
