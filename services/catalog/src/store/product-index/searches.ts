import { LRUCache } from 'lru-cache';
import type { CatalogWords } from './catalog-words.ts';
import type { KeptIndex } from './kept-index.ts';
import type { ProductIndex } from './product-index.ts';
import { findByWords, type Found } from './words/find-by-words.ts';

type Scope = 'listed' | 'all';

/** Searches of the index, remembered until a product or what means the same changes. */
export interface Searches {
  /** What of the products that are listed a text finds. */
  find(index: ProductIndex, words: CatalogWords, text: string): Found;
  /** Ids of those that are listed and have all the words, best first. */
  listedIds(text: string): Promise<number[]>;
  /** The same of all products, whatever their status. */
  allIds(text: string): Promise<number[]>;
}

const maxRemembered = 500;
/** Places of products, in all that is remembered. */
const maxPlaces = 2_000_000;

export const createSearches = ({ products }: { products: KeptIndex }): Searches => {
  const known = new LRUCache<string, Found>({
    max: maxRemembered,
    maxSize: maxPlaces,
    sizeCalculation: ({ places }) => places.length + 1,
  });
  let since: readonly [changes: number, words: CatalogWords | undefined] = [-1, undefined];

  const findIn = (index: ProductIndex, words: CatalogWords, text: string, scope: Scope): Found => {
    const changes = index.productChanges();
    if (since[0] !== changes || since[1] !== words) {
      known.clear();
      since = [changes, words];
    }
    const key = `${scope} ${text}`;
    const remembered = known.get(key);
    if (remembered) return remembered;
    const found = findByWords(index.words, text, {
      synonyms: words.synonyms,
      among: scope === 'listed' ? index.listed() : undefined,
      size: index.products.length,
    });
    known.set(key, found);
    return found;
  };

  const idsOf = async (text: string, scope: Scope): Promise<number[]> => {
    const { index, words } = await products.fresh();
    const { places, isPartial } = findIn(index, words, text, scope);
    return isPartial ? [] : Array.from(places, (at) => (index.products[at] as { id: number }).id);
  };

  return {
    find: (index, words, text) => findIn(index, words, text, 'listed'),
    listedIds: (text) => idsOf(text, 'listed'),
    allIds: (text) => idsOf(text, 'all'),
  };
};
