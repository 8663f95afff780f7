import { parseArgs } from 'node:util';
import { createControl, eventually } from '../src/control.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { cpuSeconds, memoryMb } from './cpu.ts';
import { runLoad, summarise, type LoadResult } from './load.ts';
import { purchase, scenarios } from './scenarios.ts';

const { values } = parseArgs({
  options: {
    origin: { type: 'string', default: 'http://localhost:8080' },
    host: { type: 'string', default: 'http://127.0.0.1:8200' },
    seconds: { type: 'string', default: '5' },
    clients: { type: 'string', default: '1,16,64' },
  },
});
const seconds = Number(values.seconds);
const idleSeconds = 30;
const clientCounts = values.clients.split(',').map(Number);
const control = createControl({ origin: values.origin, hostUrl: values.host });

/** CPU seconds of each process while `work` runs. */
const measured = async <T>(work: () => Promise<T>) => {
  const processes = (await control.processes()).filter(({ pid }) => pid !== null);
  const before = processes.map(({ pid }) => cpuSeconds(pid ?? 0));
  const result = await work();
  const used = processes.map(({ name, pid }, at) => ({
    name,
    cpu: cpuSeconds(pid ?? 0) - (before[at] ?? 0),
  }));
  return { result, used: used.filter(({ cpu }) => cpu > 0).sort((a, b) => b.cpu - a.cpu) };
};

const cpuColumn = (used: { name: string; cpu: number }[], operations: number): string =>
  used
    .map(({ name, cpu }) => ({ name, ms: (cpu * 1000) / Math.max(1, operations) }))
    .filter(({ ms }) => ms >= 0.02)
    .slice(0, 5)
    .map(({ name, ms }) => `${name} ${ms.toFixed(2)}`)
    .join(', ');

const row = (name: string, clients: number, result: LoadResult, cpu: string): void => {
  const ms = (value: number) => value.toFixed(1);
  console.log(
    `| ${name} | ${clients} | ${result.perSecond.toFixed(0)} | ${ms(result.p50)} | ${ms(result.p95)} | ${ms(result.p99)} | ${result.failures} | ${cpu} |`,
  );
};

const register = async (count: number): Promise<ShopClient[]> => {
  const run = Date.now().toString(36);
  const shoppers: ShopClient[] = [];
  for (let n = 0; n < count; n += 1) {
    const shopper = createShopClient(values.origin);
    await shopper.register(`Bench ${n}`, `bench-${run}-${n}@quayside.test`, 'bench-bench-bench');
    shoppers.push(shopper);
  }
  return shoppers;
};

/** Enough of everything, so that no purchase fails for stock. */
const fillShelves = async (itemIds: readonly number[]): Promise<void> => {
  const admin = createShopClient(values.origin);
  await admin.signIn('admin@quayside.test');
  for (const id of itemIds) {
    await admin.call('POST', `/api/v1/catalog/items/${id}/stock-adjustments`, {
      body: { delta: 100_000, reason: 'bench' },
    });
  }
};

/** Milliseconds from submitted to paid of each order, by the order's own history; waits for the last one. */
const timesToPaid = async (
  placed: Map<ShopClient, string[]>,
): Promise<{ times: number[]; lastPaidAt: number }> => {
  const times: number[] = [];
  let lastPaidAt = 0;
  for (const [shopper, ids] of placed) {
    for (const id of ids) {
      const order = await eventually(
        `order ${id} to be paid`,
        async () => {
          const { status, body } = await shopper.order(id);
          return status === 200 && body.status === 'paid' && body;
        },
        120_000,
      );
      const at = (wanted: string) =>
        Date.parse(order.history.find(({ status }) => status === wanted)?.at ?? '');
      times.push(at('paid') - at('submitted'));
      lastPaidAt = Math.max(lastPaidAt, at('paid'));
    }
  }
  return { times, lastPaidAt };
};

const benchPurchases = async (
  itemIds: readonly number[],
  shoppers: readonly ShopClient[],
  clients: number,
) => {
  const placed = new Map<ShopClient, string[]>();
  const startedAt = Date.now();
  const { result, used } = await measured(async () => {
    const load = await runLoad(values.origin, {
      clients,
      seconds,
      script: purchase(itemIds, shoppers),
      onAnswer: (client, body) => {
        const { orderId } = JSON.parse(body) as { orderId?: string };
        const shopper = shoppers[client];
        if (orderId && shopper) placed.set(shopper, [...(placed.get(shopper) ?? []), orderId]);
      },
    });
    return { load, ...(await timesToPaid(placed)) };
  });
  const orders = result.times.length;
  row('put one + checkout (per request)', clients, result.load, cpuColumn(used, orders));
  const paid = summarise(result.times, 0, (result.lastPaidAt - startedAt) / 1000);
  row('order submitted to paid (per order)', clients, paid, '');
};

await control.allReady();
const idle = await measured(() => new Promise((passed) => setTimeout(passed, idleSeconds * 1000)));
console.log(
  `Idle for ${idleSeconds} s, CPU of one core and memory:\n\n| process | CPU % | MB |\n|---|---|---|`,
);
let total = 0;
for (const { name, pid } of await control.processes()) {
  if (pid === null) continue;
  const mb = memoryMb(pid);
  total += mb;
  const cpu = idle.used.find((one) => one.name === name)?.cpu ?? 0;
  console.log(`| ${name} | ${((cpu * 100) / idleSeconds).toFixed(2)} | ${mb.toFixed(0)} |`);
}
console.log(`| all | | ${total.toFixed(0)} |\n`);

const visitor = createShopClient(values.origin);
const itemIds = (await visitor.items('?pageSize=100')).body.items.map(({ id }) => id);
await fillShelves(itemIds.slice(0, 50));
const shoppers = await register(Math.max(...clientCounts));

console.log(
  '| operation | clients | per second | p50 ms | p95 ms | p99 ms | failed | CPU ms per operation |',
);
console.log('|---|---|---|---|---|---|---|---|');
for (const { name, script } of scenarios(itemIds.slice(0, 50), shoppers)) {
  for (const clients of clientCounts) {
    await runLoad(values.origin, { clients, seconds: 1, script });
    const { result, used } = await measured(() => runLoad(values.origin, { clients, seconds, script }));
    row(name, clients, result, cpuColumn(used, result.operations));
  }
}
for (const shopper of shoppers) await shopper.emptyBasket();
for (const clients of clientCounts) await benchPurchases(itemIds.slice(0, 50), shoppers, clients);
