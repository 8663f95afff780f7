type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (orderId: string): string => `quayside.at-bank.${orderId}`;

/** The tab leaves for the bank, and knows it when it is back. */
export const keepVisit = (store: Store, orderId: string): void => store.setItem(keyOf(orderId), 'away');

/** Whether the tab comes from there: true once. */
export const takeVisit = (store: Store, orderId: string): boolean => {
  const was = store.getItem(keyOf(orderId)) !== null;
  store.removeItem(keyOf(orderId));
  return was;
};
