import { connectWithRetry, type Closeable, type Logger } from '@quayside/runtime';
import { Client } from 'pg';
import type { ReadCache } from './read-cache.ts';
import type { StockFigures } from './stock-figures.ts';
import type { KeptIndex } from './product-index/kept-index.ts';
import { createStockNews, stockChannel } from './stock-news.ts';

export interface ChangeFeed extends Closeable {
  /** Begins to listen in the background; resolves at once. */
  start(): void;
}

/**
 * Listens for changes of the catalog by any process: an edit makes `cache` forget, stock that moved is taken into
 * `figures`. While the connection is away the cache remembers nothing.
 */
export const createChangeFeed = (options: {
  connectionString: string;
  cache: ReadCache;
  figures: StockFigures;
  products: KeptIndex;
  logger: Logger;
}): ChangeFeed => {
  const { connectionString, cache, figures, products, logger } = options;
  const news = createStockNews({ cache, figures, products });
  const changed = (): void => {
    cache.forget();
    products.changed();
  };
  const stopping = new AbortController();
  let client: Client | undefined;
  let running: Promise<void> | undefined;

  const open = async (): Promise<{ lost: Promise<void> }> => {
    const { promise: lost, resolve } = Promise.withResolvers<void>();
    const next = new Client({
      connectionString,
      application_name: 'catalog change feed',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    next.on('notification', ({ channel, payload }) => {
      if (channel === stockChannel && payload) news.heard(payload);
      else changed();
    });
    next.on('error', () => resolve());
    next.on('end', () => resolve());
    try {
      await next.connect();
      await next.query(`LISTEN catalog_changed; LISTEN ${stockChannel}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    client = next;
    return { lost };
  };

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const opened = await connectWithRetry('catalog change feed', open, { logger, signal: stopping.signal });
      if (!opened) return;
      if (!stopping.signal.aborted) {
        cache.trust();
        products.trust();
        // Read now, so that the first who asks for a list need not wait for it; who cannot read it now is told when asked.
        products.fresh().catch(() => undefined);
        await opened.lost;
      }
      cache.distrust();
      products.distrust();
      figures.forget();
      await client?.end().catch(() => undefined);
    }
  };

  return {
    start: () => void (running ??= run()),
    close: async () => {
      stopping.abort();
      await client?.end().catch(() => undefined);
      await running;
    },
  };
};
