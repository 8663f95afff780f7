import type { Basket } from '@quayside/contracts';
import { useSyncExternalStore } from 'react';

let latest: Basket | undefined;
const listeners = new Set<() => void>();

/** Every answer that holds a basket is published here, so that the header and the basket page agree. */
export const publishBasket = (basket: Basket): void => {
  latest = basket;
  for (const listener of listeners) listener();
};

/** Whoever is here now has another one, which the server renders. */
export const forgetBasket = (): void => {
  latest = undefined;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The newest basket this tab knows of, or what the server rendered while there is none. */
export const useLatestBasket = <T extends Basket | undefined>(rendered: T): Basket | T =>
  useSyncExternalStore(
    subscribe,
    () => latest ?? rendered,
    () => rendered,
  );
