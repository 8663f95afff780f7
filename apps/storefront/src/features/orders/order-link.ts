'use client';

import { createContext, use } from 'react';

const OrderLinkContext = createContext<string | undefined>(undefined);

/** What opens the order to whoever has its mail; absent where the session does. */
export const OrderLinkProvider = OrderLinkContext.Provider;
export const useOrderLink = (): string | undefined => use(OrderLinkContext);

const form = /^[0-9a-z]{1,10}\.[A-Za-z0-9_-]{43}$/;
const keyOf = (orderId: string): string => `quayside.order-link.${orderId}`;

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * The secret part of a link stands after the `#`, which no server and no Referer is told. It is kept in the tab, so that
 * the order is found again after a way through other pages, an account that is made among them.
 */
export const linkOf = (orderId: string, hash: string, store: Store): string | undefined => {
  const given = hash.replace(/^#/, '');
  if (form.test(given)) store.setItem(keyOf(orderId), given);
  return store.getItem(keyOf(orderId)) ?? undefined;
};
