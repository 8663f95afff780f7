import { afterEach, expect, test } from '@jest/globals';
import { auditBooks, readCharges } from '../src/audit-books.ts';
import { booksLine } from '../src/books.ts';
import { createControl, eventually } from '../src/control.ts';
import { orderStories, unitsGone } from '../src/order-stories.ts';
import { createShopClient } from '../src/shop-client.ts';
import { theStack } from '../src/stack.ts';

const stack = theStack();
const control = createControl(stack);
afterEach(() => control.allReady());

/** Mulberry32 (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c): from 0 to 1, the same each time. */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};

const victims = ['ordering-api', 'ordering-worker', 'catalog', 'basket'];

/** kill -9, one process after another, each once the one before is back, until it is stopped. */
const killOneAfterAnother = (random: () => number) => {
  let isOver = false;
  let kills = 0;
  const killing = (async () => {
    while (!isOver) {
      const name = victims[Math.floor(random() * victims.length)] ?? '';
      await control.kill(name, { afterMs: 100 + random() * 900 });
      kills += 1;
      const isBack = async () =>
        (await control.processes()).some((process) => process.name === name && process.state === 'ready');
      await eventually(`${name} to be back`, isBack);
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await killing;
      return kills;
    },
  };
};

test('money in is what was paid less what went back, by the ledgers and by the books, and no unit is lost, whoever is killed meanwhile', async () => {
  const [shopper, admin] = [createShopClient(stack.origin), createShopClient(stack.origin)];
  await Promise.all([shopper.signIn('shopper@quayside.test'), admin.signIn('admin@quayside.test')]);
  await shopper.emptyBasket();
  const { itemId, buy, readAsStaff, stories } = await orderStories({ shopper, admin });
  const before = (await shopper.item(itemId)).body.availableStock;

  const killer = killOneAfterAnother(seeded(8));
  const going: Promise<string>[] = [];
  for (const { token, goesOn } of [...Object.values(stories), ...Object.values(stories)]) {
    const id = await buy(token);
    going.push(goesOn(id).then(() => id));
  }
  const ended = await Promise.allSettled(going);
  const kills = await killer.stop();
  expect(ended.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(kills).toBeGreaterThan(5);
  await control.allReady();

  const audit = await auditBooks(admin, {
    charges: () => readCharges(stack.payment.url, stack.payment.apiKey),
    timeoutMs: 120_000,
  });
  expect(audit.differences).toEqual([]);
  process.stderr.write(`${kills} kills; ${booksLine(audit)}\n`);

  const orders = await Promise.all(
    ended.map((one) => readAsStaff(one.status === 'fulfilled' ? one.value : '')),
  );
  const gone = orders.reduce((all, order) => all + (order ? unitsGone(order) : 0), 0);
  await eventually('the stock to say so', async () => {
    const { body } = await shopper.item(itemId);
    return body.availableStock === before - gone;
  });
}, 600_000);
