'use client';

import { createContext, use } from 'react';

const OrderLinkContext = createContext<string | undefined>(undefined);

/** What opens the order to whoever has its mail; absent where the session does. */
export const OrderLinkProvider = OrderLinkContext.Provider;
export const useOrderLink = (): string | undefined => use(OrderLinkContext);
