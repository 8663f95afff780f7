import { isAvailable, type CatalogItem } from '../domain/catalog-item.ts';
import { ItemNotFound, WishlistFull, WishlistNotFound } from '../domain/errors.ts';
import { priceIn } from '../domain/price-in.ts';
import { itemsIn } from '../domain/priced-basket.ts';
import { termsFor } from '../domain/terms.ts';
import type { BasketStore, Owner } from './ports.ts';

export interface WishStore {
  /** The newest first. */
  of(owner: Pick<Owner, 'id'>): Promise<{ itemIds: readonly number[]; share?: string }>;
  /** False where it is full. */
  add(owner: Owner, itemId: number, at: number): Promise<boolean>;
  remove(owner: Owner, itemId: number): Promise<void>;
  /** Makes the link that others open it by, unless there is one. */
  share(owner: Owner): Promise<void>;
  stopSharing(owner: Owner): Promise<void>;
  /** Whose wishlist a link opens. */
  sharedBy(token: string): Promise<string | undefined>;
  merge(user: Owner, guest: Owner): Promise<void>;
  forget(userId: string): Promise<void>;
}

interface Dependencies {
  wishes: WishStore;
  store: Pick<BasketStore, 'read'>;
  now: () => Date;
}

/** What shoppers wish for, shown by the copy of the catalog and in the currency of whoever looks at it. */
export const createWishlists = ({ wishes, store, now }: Dependencies) => {
  const known = async (reader: Owner, itemIds: readonly number[]) => {
    const state = await store.read(reader, { items: itemIds });
    const { currency } = termsFor(state.settings, state.basket.choice, itemsIn(state));
    const items = itemIds.flatMap((itemId): CatalogItem[] => {
      const item = state.items.get(itemId);
      return item && !item.removed ? [item] : [];
    });
    return { items, currency };
  };

  const shown = async (reader: Owner, itemIds: readonly number[]) => {
    const { items, currency } = await known(reader, itemIds);
    return items.map((item) => ({
      ...{ itemId: item.id, slug: item.slug, name: item.name, pictureUrl: item.pictureUrl },
      ...(item.slugs && { slugs: item.slugs }),
      ...(item.names && { names: item.names }),
      unitPrice: priceIn(item, currency) ?? item.price,
      available: isAvailable(item, 1),
      availableStock: item.availableStock,
    }));
  };

  const read = async (owner: Owner) => {
    const { itemIds, share } = await wishes.of(owner);
    return { items: await shown(owner, itemIds), ...(share !== undefined && { share }) };
  };

  return {
    read,
    /** Of which product each is. */
    wished: async (owner: Owner) => {
      const { itemIds } = await wishes.of(owner);
      if (itemIds.length === 0) return [];
      const { items } = await known(owner, itemIds);
      return items.map(({ id: itemId, slug }) => ({ itemId, slug }));
    },
    /** @throws {ItemNotFound | WishlistFull} */
    add: async (owner: Owner, itemId: number) => {
      const { items } = await known(owner, [itemId]);
      if (items.length === 0) throw new ItemNotFound(itemId);
      if (!(await wishes.add(owner, itemId, now().getTime()))) throw new WishlistFull();
      return read(owner);
    },
    remove: async (owner: Owner, itemId: number) => {
      await wishes.remove(owner, itemId);
      return read(owner);
    },
    share: async (owner: Owner) => {
      await wishes.share(owner);
      return read(owner);
    },
    stopSharing: async (owner: Owner) => {
      await wishes.stopSharing(owner);
      return read(owner);
    },
    /** @throws {WishlistNotFound} */
    shared: async (reader: Owner, token: string) => {
      const ownerId = await wishes.sharedBy(token);
      if (ownerId === undefined) throw new WishlistNotFound();
      const { itemIds } = await wishes.of({ id: ownerId });
      return { items: await shown(reader, itemIds) };
    },
  };
};
export type Wishlists = ReturnType<typeof createWishlists>;
