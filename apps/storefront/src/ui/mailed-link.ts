const form = /^[0-9a-z]{1,10}\.[A-Za-z0-9_-]{43}$/;

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * The secret part of a link stands after the `#`, which no server and no Referer is told. It is kept in the tab, so that
 * the order is found again after a way through other pages, an account that is made among them.
 */
export const mailedLink = (
  kind: 'order' | 'payment',
  orderId: string,
  hash: string,
  store: Store,
): string | undefined => {
  const key = `quayside.${kind}-link.${orderId}`;
  const given = hash.replace(/^#/, '');
  if (form.test(given)) store.setItem(key, given);
  return store.getItem(key) ?? undefined;
};
