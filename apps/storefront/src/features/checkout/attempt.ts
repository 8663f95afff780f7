import type { CheckoutRequest } from '@quayside/contracts';

/** One intended order: its request, and the key under which it may be sent any number of times. */
export interface Attempt {
  key: string;
  request: CheckoutRequest;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const storeKey = 'quayside.checkout-attempt';

/**
 * Kept from before the request is sent until it is answered. A reload in between finds it and sends the same again,
 * so it cannot become a second order. It holds the payment company's one-time token, and nothing of the card.
 */
export const keepAttempt = (store: Store, attempt: Attempt): void =>
  store.setItem(storeKey, JSON.stringify(attempt));

export const forgetAttempt = (store: Store): void => store.removeItem(storeKey);

export const keptAttempt = (store: Store): Attempt | undefined => {
  const text = store.getItem(storeKey);
  if (!text) return undefined;
  try {
    const attempt = JSON.parse(text) as Partial<Attempt>;
    return attempt.key && attempt.request ? { key: attempt.key, request: attempt.request } : undefined;
  } catch {
    return undefined;
  }
};
