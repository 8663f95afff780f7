type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const storeKey = 'quayside.viewed';
const keptAtMost = 12;

const isId = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) <= 2_147_483_647;

/** Ids of products that were looked at in this browser, the last first. What cannot be read counts as nothing. */
export const keptViews = (store: Store): number[] => {
  try {
    const kept: unknown = JSON.parse(store.getItem(storeKey) ?? '[]');
    return Array.isArray(kept) ? [...new Set(kept.filter(isId))].slice(0, keptAtMost) : [];
  } catch {
    return [];
  }
};

/** Browsers that keep nothing are fine. */
export const keepView = (store: Store, id: number): void => {
  try {
    const views = [id, ...keptViews(store).filter((other) => other !== id)];
    store.setItem(storeKey, JSON.stringify(views.slice(0, keptAtMost)));
  } catch {
    // It is not kept.
  }
};

export const forgetViews = (store: Store): void => store.removeItem(storeKey);
