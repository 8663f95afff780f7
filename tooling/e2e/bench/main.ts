import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createControl } from '../src/control.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';
import { benchBackOffice } from './back-office.ts';
import { browsing } from './browsing.ts';
import { benchCheckout, benchLoneOrders, type CheckoutResult } from './checkout.ts';
import { memoryMb } from './cpu.ts';
import { runLoad } from './load.ts';
import { createMeasured } from './measured.ts';
import { purchase, scenarios } from './scenarios.ts';
import { benchSelling, type SellingResult } from './selling.ts';
import {
  printBackOffice,
  printCheckouts,
  printHeader,
  printLoad,
  printLoneOrders,
  printSelling,
} from './tables.ts';

const { values } = parseArgs({
  options: {
    origin: { type: 'string', default: 'http://localhost:8080' },
    host: { type: 'string', default: 'http://127.0.0.1:8200' },
    seconds: { type: 'string', default: '5' },
    clients: { type: 'string', default: '1,16,64' },
    /** Lone orders, placed one after the other. */
    lone: { type: 'string', default: '100' },
    /** Orders per second that are placed while lists are read. */
    orders: { type: 'string', default: '50' },
    /** Where the catalog's own figures are. */
    catalog: { type: 'string', default: 'http://127.0.0.1:8102' },
    /** Of idle, load, browse, selling, checkout, lone, and office, which the others leave out. */
    only: { type: 'string', default: 'idle,load,browse,selling,checkout,lone' },
  },
});
const seconds = Number(values.seconds);
const idleSeconds = 30;
const clientCounts = values.clients.split(',').map(Number);
const wanted = new Set(values.only.split(','));
const { origin } = values;
const control = createControl({ hostUrl: values.host });
const measured = createMeasured(control);

const register = async (count: number): Promise<ShopClient[]> => {
  const run = Date.now().toString(36);
  const shoppers: ShopClient[] = [];
  for (let n = 0; n < count; n += 1) {
    const shopper = createShopClient(origin);
    await shopper.register(`Bench ${n}`, `bench-${run}-${n}@quayside.test`, 'bench-bench-bench');
    shoppers.push(shopper);
  }
  return shoppers;
};

/** Enough of everything, so that no purchase fails for stock. */
const fillShelves = async (itemIds: readonly number[]): Promise<void> => {
  const admin = createShopClient(origin);
  await admin.signIn('admin@quayside.test');
  for (const id of itemIds) {
    await admin.call('POST', `/api/v1/catalog/items/${id}/stock-adjustments`, {
      body: { delta: 100_000, reason: 'bench' },
    });
  }
};

const benchIdle = async (): Promise<void> => {
  const { used } = await measured(() => pause(idleSeconds * 1000));
  console.log(`Idle for ${idleSeconds} s, CPU of one core and memory:\n`);
  printHeader('process', 'CPU %', 'MB');
  let total = 0;
  for (const { name, pid } of await control.processes()) {
    if (pid === null) continue;
    const mb = memoryMb(pid);
    total += mb;
    const cpu = used.find((one) => one.name === name)?.cpu ?? 0;
    console.log(`| ${name} | ${((cpu * 100) / idleSeconds).toFixed(2)} | ${mb.toFixed(0)} |`);
  }
  console.log(`| all | | ${total.toFixed(0)} |\n`);
};

await control.allReady();
// Everybody it plays is at one address.
const { headers } = await fetch(`${origin}/api/v1/catalog/items?pageSize=1`);
if (Number(/q=(\d+)/.exec(headers.get('ratelimit-policy') ?? 'q=1000000')?.[1]) < 1_000_000)
  throw new Error('The shop bounds how often it may be asked: start it with LIMIT_FACTOR=0');
if (wanted.has('idle')) await benchIdle();
const itemIds = (await createShopClient(origin).items({ pageSize: 100 })).body.items
  .map(({ id }) => id)
  .slice(0, 50);
const onlyReads = [...wanted].every((one) => one === 'browse' || one === 'office');
if (!onlyReads) await fillShelves(itemIds);
/** Of shoppers who buy while others look, so that none has to wait for his own. */
const buyers = wanted.has('selling') ? 32 : 0;
const shoppers = onlyReads ? [] : await register(Math.max(buyers, ...clientCounts));
const shop = { origin, itemIds, shoppers };

if (wanted.has('load')) {
  printHeader(
    'operation',
    'clients',
    'per second',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'failed',
    'CPU ms per operation',
  );
  for (const { name, script } of scenarios(itemIds, shoppers)) {
    for (const clients of clientCounts) {
      await runLoad(origin, { clients, seconds: 1, script });
      const { result, used } = await measured(() => runLoad(origin, { clients, seconds, script }));
      printLoad(name, clients, result, used);
    }
  }
  for (const shopper of shoppers) await shopper.emptyBasket();
}
if (wanted.has('browse')) {
  console.log('\nStraight from the catalog, nothing asked for twice:\n');
  printHeader(
    'operation',
    'clients',
    'per second',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'failed',
    'CPU ms per operation',
  );
  for (const { name, script } of browsing) {
    for (const clients of clientCounts) {
      await runLoad(values.catalog, { clients, seconds: 1, script });
      const { result, used } = await measured(() => runLoad(values.catalog, { clients, seconds, script }));
      printLoad(name, clients, result, used);
    }
  }
}
if (wanted.has('office')) {
  const staff = createShopClient(origin);
  await staff.signIn('admin@quayside.test');
  for (const clients of clientCounts)
    printBackOffice(await benchBackOffice(staff, { clients, times: 20 }), clients);
}
if (wanted.has('selling')) {
  const results: SellingResult[] = [];
  const given = { seconds, catalogUrl: values.catalog, measured };
  for (const clients of clientCounts) {
    for (const perSecond of [0, Number(values.orders)]) {
      results.push(await benchSelling(shop, { ...given, perSecond, clients }));
    }
  }
  printSelling(results);
}
if (wanted.has('checkout')) {
  const results: CheckoutResult[] = [];
  await runLoad(origin, { clients: shoppers.length, seconds: 1, script: purchase(itemIds, shoppers) });
  for (const clients of clientCounts) results.push(await benchCheckout(shop, { clients, seconds, measured }));
  printCheckouts(results);
}
if (wanted.has('lone')) printLoneOrders(await benchLoneOrders(shop, Number(values.lone)));
