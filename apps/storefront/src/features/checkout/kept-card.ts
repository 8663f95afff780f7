import { z } from 'zod';
import type { Card } from '../../ui/payment/payment-message.ts';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const storeKey = 'quayside.checkout-card';
const keptForMs = 20 * 60_000;
const kept = z.object({
  owner: z.string(),
  until: z.number(),
  card: z.object({ token: z.string(), brand: z.string(), last4: z.string() }),
});

/**
 * The payment company's one-time token, kept in the tab until the order is placed, so that a reload does not ask for the
 * card again. It is good for one payment of this shop; of the card it holds what the page shows.
 */
export const keepCard = (store: Store, owner: string, card: Card, now: number): void =>
  store.setItem(storeKey, JSON.stringify({ owner, until: now + keptForMs, card }));

export const forgetCard = (store: Store): void => store.removeItem(storeKey);

export const keptCard = (store: Store, owner: string, now: number): Card | undefined => {
  try {
    const found = kept.parse(JSON.parse(store.getItem(storeKey) ?? ''));
    return found.owner === owner && now < found.until ? found.card : undefined;
  } catch {
    return undefined;
  }
};
