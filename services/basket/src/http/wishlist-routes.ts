import { basketApi } from '@quayside/contracts';
import { ok, type Api } from '@quayside/http';
import type { Wishlists } from '../usecases/wishlists.ts';
import { ownerOf } from './owner-of.ts';

const noStore = { 'cache-control': 'no-store' };

/** The caller's own wishlist, and those that others share. */
export const serveWishlists = (api: Api, { wishlists }: { wishlists: Wishlists }): void =>
  api.serve(basketApi, {
    getWishlist: async ({ principal }) => ok(await wishlists.read(ownerOf(principal)), noStore),
    addWish: async ({ principal, params }) =>
      ok(await wishlists.add(ownerOf(principal), params.itemId), noStore),
    removeWish: async ({ principal, params }) =>
      ok(await wishlists.remove(ownerOf(principal), params.itemId), noStore),
    shareWishlist: async ({ principal }) => ok(await wishlists.share(ownerOf(principal)), noStore),
    stopSharingWishlist: async ({ principal }) =>
      ok(await wishlists.stopSharing(ownerOf(principal)), noStore),
    readSharedWishlist: async ({ principal, params }) =>
      ok(await wishlists.shared(ownerOf(principal), params.token), noStore),
    readWishedItems: async ({ principal }) =>
      ok({ items: await wishlists.wished(ownerOf(principal)) }, noStore),
  });
