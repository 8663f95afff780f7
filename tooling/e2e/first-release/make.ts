// Makes the shop of release 0.1 that the test of the carry-over begins with:
//   git worktree add /tmp/first-release 5d4a317 && (cd /tmp/first-release && npx pnpm install --frozen-lockfile)
//   node tooling/e2e/first-release/make.ts /tmp/first-release
// It runs that checkout's own processes, buys from them, stops them one after the other, and writes down what is in
// the stores. The checkout's seeds are cut to a dozen items, and its campaigns are made to last.
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Redis } from 'ioredis';
import { eventually } from '../src/control.ts';
import { dumpShop } from '../src/first-release/dump.ts';
import type { FormerShop } from '../src/first-release/shop.ts';
import { createShopClient, type ShopClient } from '../src/shop-client.ts';

const [checkout] = process.argv.slice(2);
if (!checkout) throw new Error('Name the folder of a checkout of release 0.1');
const into = join(import.meta.dirname, 'shop-of-release-0.1.json.gz');
const offset = 2600;
const password = 'a-quiet-mooring-46';

const items = join(checkout, 'services/catalog/seed/items.ts');
if (!readFileSync(items, 'utf8').includes('.slice(0, 12)'))
  writeFileSync(items, readFileSync(items, 'utf8').replace('.flat();', '.flat().slice(0, 12);'));
const campaigns = join(checkout, 'services/marketing/src/main/demo-campaigns.ts');
writeFileSync(
  campaigns,
  readFileSync(campaigns, 'utf8').replaceAll(/endsAt: from\(\d+\)/g, 'endsAt: from(36_500)'),
);

const home = await mkdtemp(join(tmpdir(), 'first-release-'));
const names =
  'mail,payment-sandbox,identity,catalog,basket,ordering-api,ordering-worker,marketing,gateway'.split(',');
const log = join(home, 'output.log');
const host = spawn(
  process.execPath,
  [
    ...['apps/dev/src/main.ts', 'dev', '--only', names.join(',')],
    ...['--port-offset', String(offset), '--home', home],
  ],
  { cwd: checkout, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } },
);
for (const stream of [host.stdout, host.stderr])
  stream.on('data', (chunk: Buffer) => appendFileSync(log, chunk));

const hostUrl = `http://127.0.0.1:${8200 + offset}`;
const act = async (name: string, action: 'start' | 'stop') => {
  const answer = await fetch(`${hostUrl}/parts/${name}/${action}`, { method: 'POST' });
  if (!answer.ok) throw new Error(`${action} ${name}: ${await answer.text()}`);
};
const stores = {
  postgres: `postgres://quayside:quayside@127.0.0.1:${15_432 + offset}/postgres`,
  redis: `redis://127.0.0.1:${16_379 + offset}`,
  mongodb: `mongodb://127.0.0.1:${27_170 + offset}/?replicaSet=rs0`,
  kafka: `127.0.0.1:${19_092 + offset}`,
};

const buy = async (client: ShopClient, itemId: number, quantity: number, token: string): Promise<string> => {
  await client.put(itemId, quantity);
  const { status, body } = await client.checkoutWith({ token });
  if (status !== 202) throw new Error(`checkout: ${status} ${JSON.stringify(body)}`);
  return body.orderId;
};
const becomes = (client: ShopClient, id: string, status: string): Promise<string> =>
  eventually(
    `${id} to be ${status}`,
    async () => (await client.order(id)).body.status === status && id,
    60_000,
  );
const cancel = (client: ShopClient, id: string) => client.call('POST', `/api/v1/orders/${id}/cancel`);

const shop = async (): Promise<FormerShop['told']> => {
  const origin = `http://localhost:${8080 + offset}`;
  const client = () => createShopClient(origin);
  const [shopper, admin, third, guest] = [client(), client(), client(), client()];
  await shopper.signIn('shopper@quayside.test');
  await admin.signIn('admin@quayside.test');
  await third.register('Ines Marlow', 'ines@quayside.test', password);
  const { body: all } = await shopper.items({ pageSize: 100 } as never);
  const stocked = all.items.toSorted((one, other) => other.availableStock - one.availableStock);
  const most = stocked[0]?.id ?? 1;
  const scarce = stocked.findLast(({ availableStock }) => availableStock > 0) ?? { id: 1, availableStock: 1 };

  const paid = await buy(shopper, most, 2, 'tok_ok');
  const declined = await buy(shopper, most, 1, 'tok_declined');
  const refunded = await buy(third, most, 1, 'tok_ok');
  const toRefund = await buy(admin, most, 3, 'tok_ok');
  const cancelled = await buy(shopper, most, 1, 'tok_ok');
  await cancel(shopper, await becomes(shopper, cancelled, 'submitted'));
  // Both baskets are good when they are checked out, and there is enough for one of them.
  await third.put(scarce.id, scarce.availableStock);
  await admin.put(scarce.id, scarce.availableStock);
  const both = (await Promise.all([third, admin].map((one) => one.checkoutWith({ token: 'tok_ok' })))).map(
    ({ body }) => body.orderId,
  );
  await becomes(shopper, paid, 'paid');
  await becomes(shopper, declined, 'cancelled');
  await becomes(shopper, cancelled, 'cancelled');
  await becomes(admin, toRefund, 'paid');
  await becomes(third, refunded, 'paid');
  await cancel(third, refunded);
  await becomes(third, refunded, 'cancelled');
  const settled = await Promise.all(
    [third, admin].map((one, at) =>
      eventually('the scarce ones', async () => {
        const { status } = (await one.order(both[at] ?? '')).body;
        return (status === 'paid' || status === 'cancelled') && status;
      }),
    ),
  );
  const [soldOut = '', taken = ''] = settled[0] === 'paid' ? [both[1], both[0]] : both;

  await act('payment-sandbox', 'stop');
  await cancel(admin, toRefund);
  const confirmed = await buy(shopper, most, 1, 'tok_ok');
  await becomes(shopper, confirmed, 'stock-confirmed');
  await act('catalog', 'stop');
  const waiting = await buy(third, most, 2, 'tok_ok');
  await becomes(third, waiting, 'awaiting-validation');

  await shopper.put(most, 4);
  await guest.put(most, 1);
  await guest.put(stocked[1]?.id ?? 2, 2);
  const submitted = await buy(admin, most, 1, 'tok_ok');
  await becomes(admin, submitted, 'submitted');
  await act('ordering-worker', 'stop');

  const linesOf = async (one: ShopClient) =>
    (await one.basket()).body.items.map(({ itemId, quantity }) => ({ itemId, quantity }));
  const baskets = { shopper: await linesOf(shopper), guest: await linesOf(guest) };
  return {
    orders: {
      ...{ paid, declined, refunded, cancelled, soldOut, taken },
      ...{ refunding: toRefund, confirmed, waiting, submitted },
    },
    accounts: [
      { email: 'shopper@quayside.test', password: 'quayside-demo', isAdmin: false },
      { email: 'admin@quayside.test', password: 'quayside-demo', isAdmin: true },
      { email: 'ines@quayside.test', password, isAdmin: false },
    ],
    baskets,
    basketKeys: await basketKeys(baskets),
  };
};

const basketKeys = async (baskets: FormerShop['told']['baskets']): Promise<Record<string, string>> => {
  const redis = new Redis(stores.redis);
  const found: Record<string, string> = {};
  for (const key of await redis.keys('basket:basket:*')) {
    const lines = JSON.parse((await redis.hget(key, 'lines')) ?? '[]') as { quantity: number }[];
    for (const [whose, wanted] of Object.entries(baskets))
      if (
        lines.length === wanted.length &&
        lines.every(({ quantity }, at) => quantity === wanted[at]?.quantity)
      )
        found[whose] = key;
  }
  redis.disconnect();
  return found;
};

try {
  await eventually('the shop to be ready', async () => (await fetch(`${hostUrl}/readyz`)).ok, 300_000);
  const told = await shop();
  for (const name of ['gateway', 'identity', 'basket', 'ordering-api', 'marketing']) await act(name, 'stop');
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: checkout }).toString().trim();
  const former: FormerShop = { commit, ...(await dumpShop(checkout, stores)), told };
  const packed = gzipSync(JSON.stringify(former), { level: 9 });
  writeFileSync(into, packed);
  process.stdout.write(`${into}: ${Math.round(packed.length / 1000)} kB\n`);
} catch (error) {
  process.stderr.write(`${String(error)}; the log is ${log}\n`);
  process.exitCode = 1;
} finally {
  host.kill('SIGTERM');
  await new Promise((resolve) => host.once('exit', resolve));
  if (!process.exitCode) await rm(home, { recursive: true, force: true });
}
