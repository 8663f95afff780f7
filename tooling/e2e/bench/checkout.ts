import { setTimeout as pause } from 'node:timers/promises';
import type { Order } from '@quayside/contracts';
import { eventually } from '../src/control.ts';
import type { ShopClient } from '../src/shop-client.ts';
import { runLoad, summarise, type LoadResult } from './load.ts';
import type { Measured } from './measured.ts';
import { purchase } from './scenarios.ts';

export interface CheckoutResult {
  clients: number;
  requests: LoadResult;
  /** From submitted to paid by each order's own history; `seconds` from the first checkout to the last order paid. */
  orders: LoadResult;
  /** CPU milliseconds per order of each process. */
  cpu: Map<string, number>;
}

interface Shop {
  origin: string;
  itemIds: readonly number[];
  shoppers: readonly ShopClient[];
}

const patienceMs = 120_000;

const oncePaid = (shopper: ShopClient, id: string): Promise<Order> =>
  eventually(
    `order ${id} to be paid`,
    async () => {
      const { status, body } = await shopper.order(id);
      return status === 200 && body.status === 'paid' && body;
    },
    patienceMs,
  );

const reached = ({ history }: Order, wanted: string): number =>
  Date.parse(history.find(({ status }) => status === wanted)?.at ?? '');

/**
 * Shoppers who put something into their baskets and check out, as fast as they are answered, for `seconds`. What is
 * measured ends when the last order is paid, so nothing that was accepted is left out of the figure.
 */
export const benchCheckout = async (
  shop: Shop,
  options: { clients: number; seconds: number; measured: Measured },
): Promise<CheckoutResult> => {
  const { clients, seconds, measured } = options;
  const placed = new Map<ShopClient, string[]>();
  const script = purchase(shop.itemIds, shop.shoppers);
  const onAnswer = (client: number, body: string): void => {
    const { orderId } = JSON.parse(body) as { orderId?: string };
    const shopper = shop.shoppers[client];
    if (orderId && shopper) placed.set(shopper, [...(placed.get(shopper) ?? []), orderId]);
  };
  const startedAt = Date.now();
  const { result: requests, used } = await measured(async () => {
    const load = await runLoad(shop.origin, { clients, seconds, script, onAnswer });
    // The order that a shopper placed last; the others are read when the CPU is no longer counted.
    for (const [shopper, ids] of placed) await oncePaid(shopper, ids.at(-1) ?? '');
    return load;
  });
  const times: number[] = [];
  let lastPaidAt = 0;
  for (const [shopper, ids] of placed) {
    for (const id of ids) {
      const order = await oncePaid(shopper, id);
      times.push(reached(order, 'paid') - reached(order, 'submitted'));
      lastPaidAt = Math.max(lastPaidAt, reached(order, 'paid'));
    }
  }
  const orders = summarise(times, 0, (lastPaidAt - startedAt) / 1000);
  const cpu = new Map(used.map(({ name, cpu }) => [name, (cpu * 1000) / Math.max(1, times.length)]));
  return { clients, requests, orders, cpu };
};

/** Orders placed one after the other, each when the one before is paid: what a shopper waits for in a quiet shop. */
export const benchLoneOrders = async (shop: Shop, count: number): Promise<LoadResult> => {
  const [shopper] = shop.shoppers;
  if (!shopper) throw new Error('lone orders need a shopper');
  const times: number[] = [];
  const from = Date.now();
  for (let turn = 0; turn < count; turn += 1) {
    await shopper.put(shop.itemIds[turn % shop.itemIds.length] ?? 1, 1);
    const { body } = await shopper.checkoutWith();
    const order = await oncePaid(shopper, body.orderId);
    times.push(reached(order, 'paid') - reached(order, 'submitted'));
    // Not in step with whatever polls.
    await pause(Math.random() * 50);
  }
  return summarise(times, 0, (Date.now() - from) / 1000);
};
