import type { Pool } from 'pg';
import type { StockFigure } from '../stock-figures.ts';
import { loadCatalogWords, wordsThatDiffer, type CatalogWords } from './catalog-words.ts';
import {
  loadAllProducts,
  loadChangedProducts,
  loadProductsWith,
  type LoadedProduct,
} from './load-products.ts';
import { createProductIndex, type ProductIndex } from './product-index.ts';

/** An index of this process's own, as fresh as whoever asks for it needs it. */
export interface KeptIndex {
  /** The index with everything that was committed before the call, as far as it was heard of. */
  fresh(): Promise<{ readonly index: ProductIndex; readonly words: CatalogWords }>;
  /** Something changed; the next to ask waits until it is taken in. */
  changed(): void;
  stockMoved(itemId: number, figure: StockFigure): void;
  /** Changes are heard of from now on. */
  trust(): void;
  /** Changes may go unheard: each that asks takes in what there is, stock now and then. */
  distrust(): void;
}

const maxAgeMs = 2_000;

export const createKeptIndex = ({
  pool,
  now = () => performance.now(),
}: {
  pool: Pool;
  now?: () => number;
}): KeptIndex => {
  const index = createProductIndex();
  let words: CatalogWords | undefined;
  /** The oldest transaction that was under way when changes were last taken in. */
  let since = '0';
  let isStale = true;
  let isTrusted = false;
  let takenInAt = Number.NEGATIVE_INFINITY;
  let stockReadAt = Number.NEGATIVE_INFINITY;
  let stockMayBeMissed = false;
  let running: Promise<void> | undefined;

  const readStock = async (): Promise<void> => {
    stockMayBeMissed = false;
    const { rows } = await pool.query<{ item_id: number; available: number; version: number }>(
      'SELECT item_id, available, version FROM stock',
    );
    for (const { item_id: itemId, ...figure } of rows) index.putStock(itemId, figure);
  };

  const putAll = (loaded: readonly LoadedProduct[]): void => {
    for (const { product, texts } of loaded) index.put(product, texts);
  };

  const readAll = async (at: number): Promise<void> => {
    const { rows } = await pool.query<{ mark: string }>(
      'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS mark',
    );
    const next = await loadCatalogWords(pool);
    const isFirst = words === undefined;
    if (words === undefined) for await (const batch of loadAllProducts(pool, next)) putAll(batch);
    else {
      // A brand or a category is in every product that has it.
      const differing = wordsThatDiffer(words, next);
      for await (const batch of loadProductsWith(pool, next, differing)) putAll(batch);
      putAll(await loadChangedProducts(pool, next, since));
    }
    words = next;
    if (!isFirst && (stockMayBeMissed || (!isTrusted && at - stockReadAt > maxAgeMs))) {
      await readStock();
      stockReadAt = at;
    }
    since = rows[0]?.mark ?? since;
    takenInAt = at;
  };

  const takeIn = async (): Promise<void> => {
    isStale = false;
    try {
      await readAll(now());
    } catch (error) {
      isStale = true;
      throw error;
    }
  };

  const needsMore = (): boolean => isStale || now() - takenInAt > maxAgeMs;

  return {
    fresh: async () => {
      if (!isTrusted) isStale = true;
      while (running || needsMore()) {
        running ??= takeIn().finally(() => (running = undefined));
        await running;
      }
      return { index, words: words as CatalogWords };
    },
    changed: () => {
      isStale = true;
    },
    stockMoved: (itemId, figure) => index.putStock(itemId, figure),
    trust: () => {
      isTrusted = true;
      isStale = true;
      stockMayBeMissed = true;
    },
    distrust: () => {
      isTrusted = false;
    },
  };
};
