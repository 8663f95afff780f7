import { setTimeout as pause } from 'node:timers/promises';
import { buyOne, settled } from '../../src/buy.ts';
import { createShopClient, type ShopClient } from '../../src/shop-client.ts';
import { fromAddress } from './from-address.ts';

export interface Honest {
  client: ShopClient;
  email: string;
}

const password = 'bench-bench-bench';

/** New customers, each at an address of their own, who have bought before and sign in from where they did before. */
export const honestPeople = async (origin: string, count: number): Promise<Honest[]> => {
  const run = Date.now().toString(36);
  const people: Honest[] = [];
  for (let n = 0; n < count; n += 1) {
    const client = createShopClient(origin, fromAddress(`192.0.2.${n + 1}`));
    const email = `honest-${run}-${n}@quayside.test`;
    await client.register(`Honest ${n}`, email, password);
    people.push({ client, email });
  }
  return people;
};

export interface Count {
  latencies: number[];
  failures: string[];
}
export const noCount = (): Count => ({ latencies: [], failures: [] });

const timed = async (count: Count, work: () => Promise<void>): Promise<void> => {
  const from = performance.now();
  try {
    await work();
    count.latencies.push(performance.now() - from);
  } catch (error) {
    count.failures.push((error as Error).message);
  }
};

/** Buys until it is over, and waits each time until it is paid. */
export const buyOn = async ({ client }: Honest, count: Count, until: number): Promise<void> => {
  while (Date.now() < until) {
    await timed(count, async () => {
      const status = await settled(client, await buyOne(client));
      if (status !== 'paid') throw new Error(`an order ended ${status}`);
    });
    // An account may check out ten times a minute.
    await pause(7000);
  }
};

/** Signs out and in, from the browser that was signed in before. */
export const signInOn = async ({ client, email }: Honest, count: Count, until: number): Promise<void> => {
  while (Date.now() < until) {
    await client.ask('POST /auth/logout', {});
    // It is asked who signs in, not only which of its sign-ins goes on.
    for (const name of client.jar.keys()) if (name.includes('-op')) client.jar.delete(name);
    await timed(count, () => client.signIn(email, password));
    await pause(2000);
  }
};
