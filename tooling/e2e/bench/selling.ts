import { setTimeout as pause } from 'node:timers/promises';
import type { ShopClient } from '../src/shop-client.ts';
import { runLoad, type LoadResult, type Script } from './load.ts';
import type { Measured, Used } from './measured.ts';
import { purchase } from './scenarios.ts';

export interface SellingResult {
  ordersPerSecond: number;
  lists: LoadResult;
  /** The share of catalog reads that were answered from memory. */
  hitRate: number;
  used: readonly Used[];
}

interface Shop {
  origin: string;
  itemIds: readonly number[];
  shoppers: readonly ShopClient[];
}

const sorts = ['relevance', 'name', '-name', 'price', '-price', 'newest'];

/** A dozen different ones, half of them of what is in stock. */
const lists: Script = (client, turn) => {
  const at = client * 5 + turn;
  const inStock = at % 2 === 0 ? '&inStock=true' : '';
  return {
    method: 'GET',
    path: `/api/v1/catalog/products?pageSize=24&page=${1 + (at % 4)}&sort=${sorts[at % sorts.length]}${inStock}`,
    expect: 200,
  };
};

const readsOf = async (catalogUrl: string): Promise<{ memory: number; database: number }> => {
  const text = await (await fetch(`${catalogUrl}/metrics`)).text();
  const count = (from: string): number =>
    Number(new RegExp(`^catalog_reads_total\\{[^}]*from="${from}"[^}]*\\} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
  return { memory: count('memory'), database: count('database') };
};

/** Shoppers who buy at a pace of their own, whatever else the shop is asked. Half of the requests are checkouts. */
const buyAtPace = async (shop: Shop, perSecond: number, seconds: number): Promise<number> => {
  const script = purchase(shop.itemIds, shop.shoppers);
  const intervalMs = (shop.shoppers.length * 1000) / (2 * perSecond);
  const startedAt = performance.now();
  const result = await runLoad(shop.origin, {
    clients: shop.shoppers.length,
    seconds,
    script: async (client, turn) => {
      const due = startedAt + (turn + client / shop.shoppers.length) * intervalMs;
      await pause(Math.max(0, due - performance.now()));
      return script(client, turn);
    },
  });
  return result.operations / 2 / result.seconds;
};

/** Lists read as fast as `clients` are answered, while orders are placed at a steady pace. */
export const benchSelling = async (
  shop: Shop,
  options: { perSecond: number; clients: number; seconds: number; catalogUrl: string; measured: Measured },
): Promise<SellingResult> => {
  const { perSecond, clients, seconds, catalogUrl, measured } = options;
  const before = await readsOf(catalogUrl);
  const { result, used } = await measured(async () => {
    const [listing, ordersPerSecond] = await Promise.all([
      runLoad(shop.origin, { clients, seconds, script: lists }),
      perSecond > 0 ? buyAtPace(shop, perSecond, seconds) : 0,
    ]);
    return { lists: listing, ordersPerSecond };
  });
  const after = await readsOf(catalogUrl);
  const memory = after.memory - before.memory;
  const all = memory + after.database - before.database;
  return { ...result, hitRate: memory / Math.max(1, all), used };
};
