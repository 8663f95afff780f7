import type { WishedItem, Wishlist } from '@quayside/contracts';
import { useSyncExternalStore } from 'react';
import type { Result } from '../result.ts';
import { callApi } from './call-api.ts';
import { tellTabs } from './tabs.ts';

let wished: readonly WishedItem[] | undefined;
const listeners = new Set<() => void>();
const none: readonly WishedItem[] = [];

/** Every answer that holds the wishlist is published here, so that all hearts of a page agree. */
export const publishWishes = (items: readonly WishedItem[] | undefined): void => {
  wished = items;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What is on the wishlist, as far as this tab knows; on the server nothing, so that pages are the same for all. */
export const useWished = (): readonly WishedItem[] =>
  useSyncExternalStore(
    subscribe,
    () => wished ?? none,
    () => none,
  );

const kept = async (call: Promise<Result<Wishlist>>): Promise<Result<Wishlist>> => {
  const result = await call;
  if (!result.ok) return result;
  publishWishes(result.data.items);
  tellTabs({ about: 'wishlist', items: result.data.items.map(({ itemId, slug }) => ({ itemId, slug })) });
  return result;
};

export const addWish = (itemId: number) =>
  kept(callApi('PUT /api/v1/wishlist/items/:itemId', { params: { itemId } }));

export const removeWish = (itemId: number) =>
  kept(callApi('DELETE /api/v1/wishlist/items/:itemId', { params: { itemId } }));

export const shareWishlist = () => kept(callApi('PUT /api/v1/wishlist/share', {}));

export const stopSharingWishlist = () => kept(callApi('DELETE /api/v1/wishlist/share', {}));
