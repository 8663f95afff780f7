import { address, type Address } from '@quayside/contracts';
import { z } from 'zod';

type Store = Pick<Storage, 'getItem' | 'setItem'>;

const storeKey = 'quayside.checkout-address';
const kept = z.object({ owner: z.string(), address });

/** Kept as long as the tab and the session, so that a reload does not ask for it again; for whoever gave it only. */
export const keepAddress = (store: Store, owner: string, given: Address): void =>
  store.setItem(storeKey, JSON.stringify({ owner, address: given }));

export const keptAddress = (store: Store, owner: string): Address | undefined => {
  try {
    const found = kept.parse(JSON.parse(store.getItem(storeKey) ?? ''));
    return found.owner === owner ? found.address : undefined;
  } catch {
    return undefined;
  }
};
