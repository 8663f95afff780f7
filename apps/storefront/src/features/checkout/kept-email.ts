type Store = Pick<Storage, 'getItem' | 'setItem'>;

const storeKey = 'quayside.checkout-email';

/** Kept as long as the tab and the session, so that a reload does not ask a guest for it again. */
export const keepEmail = (store: Store, email: string): void => store.setItem(storeKey, email);

export const keptEmail = (store: Store): string | undefined => store.getItem(storeKey) ?? undefined;
