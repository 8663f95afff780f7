import { setTimeout as pause } from 'node:timers/promises';
import { clusterShopper, type ClusterShopper, type Shop } from './shop.ts';

export interface Failure {
  at: number;
  what: string;
  why: string;
}

export interface Shopper {
  client: ClusterShopper;
  email: string;
  /** Order ids that a checkout answered with. */
  accepted: Set<string>;
  /** Checkouts that never got an answer: each may have made an order or not. */
  openEnded: number;
}

export interface Traffic {
  sent: number;
  answered: number;
  failures: Failure[];
  slowestMs: number;
}

const pauseMs = 250;
const checkoutPatienceMs = 90_000;

const causeOf = (error: unknown): string => {
  const { cause, message } = error as Error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
};

/** Counts every request of every shopper; whatever is not an answer below 400 is a failure. */
export const createTraffic = () => {
  const traffic: Traffic = { sent: 0, answered: 0, failures: [], slowestMs: 0 };
  const observe = (what: string, answer: Promise<{ status: number }>): void => {
    const from = Date.now();
    traffic.sent += 1;
    const fail = (why: string) => traffic.failures.push({ at: Date.now(), what, why });
    answer.then(
      ({ status }) => {
        traffic.slowestMs = Math.max(traffic.slowestMs, Date.now() - from);
        if (status < 400) traffic.answered += 1;
        else fail(String(status));
      },
      (error: unknown) => fail(causeOf(error)),
    );
  };
  return { traffic, observe };
};

/** New customers, signed in; one half keeps its connection, the other opens one for each request. */
export const registerShoppers = async (
  shop: Shop,
  count: number,
  observe: Parameters<typeof clusterShopper>[2],
): Promise<Shopper[]> => {
  const run = Date.now().toString(36);
  const shoppers: Shopper[] = [];
  for (let n = 0; n < count; n += 1) {
    const client = clusterShopper(shop, n % 2 ? 'kept' : 'new for each request', observe);
    const email = `cluster-${run}-${n}@quayside.test`;
    await client.register(`Cluster ${n}`, email, 'cluster-cluster-cluster');
    shoppers.push({ client, email, accepted: new Set(), openEnded: 0 });
  }
  return shoppers;
};

/** Asks again with the same key, as a page does, until there is an answer to tell the shopper. */
const checkOut = async (shopper: Shopper, running: () => boolean): Promise<void> => {
  const key = crypto.randomUUID();
  const until = Date.now() + checkoutPatienceMs;
  while (Date.now() < until) {
    const answer = await shopper.client.checkoutWith({ key }).catch(() => undefined);
    if (answer?.status === 202) {
      shopper.accepted.add(answer.body.orderId);
      return;
    }
    // A refusal with a reason made no order; anything else may have.
    if (answer && answer.status < 500) return;
    if (!running() && Date.now() > until - checkoutPatienceMs / 2) break;
    await pause(1000);
  }
  shopper.openEnded += 1;
};

const browseAndBuy = async (shopper: Shopper, itemIds: readonly number[], running: () => boolean) => {
  const { client } = shopper;
  let filled = false;
  const fill = async (itemId: number): Promise<void> => {
    filled = false;
    filled = (await client.put(itemId, 1)).status === 200;
  };
  for (let turn = 0; running(); turn += 1) {
    const itemId = itemIds[turn % itemIds.length] ?? 1;
    const steps: (() => Promise<unknown>)[] = [
      () => client.call('GET', '/'),
      () => client.items({ pageSize: 24, page: 1 + (turn % 4) }),
      () => client.item(itemId),
      () => client.call('GET', '/api/v1/screens/home'),
      () => fill(itemId),
      () => client.basket(),
      async () => filled && checkOut(shopper, running),
      () => client.orders(),
      () => client.call('GET', '/api/v1/campaigns'),
    ];
    for (const step of steps) {
      if (!running()) return;
      // The failure is counted already; a shopper goes on.
      await step().catch(() => undefined);
      await pause(pauseMs * (0.5 + Math.random()));
    }
  }
};

/** A steady load until `stop`, which lets everybody finish what they are about. */
export const startLoad = (shoppers: readonly Shopper[], itemIds: readonly number[]) => {
  let going = true;
  const all = Promise.all(shoppers.map((shopper) => browseAndBuy(shopper, itemIds, () => going)));
  return {
    stop: async (): Promise<void> => {
      going = false;
      await all;
    },
  };
};
