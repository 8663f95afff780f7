import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { testMongo, type TestMongo } from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import type { Order } from '../src/domain/order.ts';
import { ensureInvoiceIndexes, invoiceCollection } from '../src/store/invoice-document.ts';
import { listedOrder } from '../src/store/listed-order.ts';
import { orderCollection } from '../src/store/order-document.ts';
import { after, at, beginCharge, confirm, details, endGrace, usd } from './an-order.ts';
import { booksIn } from './invoice-books.ts';

const entry = join(import.meta.dirname, 'issuing-process.ts');
let mongo: TestMongo;

beforeAll(async () => {
  mongo = await testMongo();
  await ensureInvoiceIndexes(mongo.db);
});
afterAll(async () => mongo?.drop());
beforeEach(async () => void (await invoiceCollection(mongo.db).deleteMany({})));

const ordered = async (refunds = 0): Promise<Order> => {
  const id = uuidv7();
  const given = Array.from({ length: refunds }, (_, number) => {
    const key = number === 0 ? `${id}:refund` : `${id}:refund:${number + 1}`;
    const request = { amount: usd(100) };
    return [
      { type: 'request-refund', at, by: 'admin', requestId: key, reason: 'Scratched', request },
      { type: 'record-refund', at, key, refundId: `re_${key}` },
    ] as const;
  }).flat();
  const state = after(
    { type: 'submit-order', at, details: { ...details, id, number: `QS-${id.slice(-9)}` }, graceEndsAt: at },
    ...[endGrace, confirm, beginCharge],
    { type: 'record-charge', at, key: id, chargeId: 'ch_1' },
    ...given,
  );
  await orderCollection(mongo.db).insertOne({
    ...{ _id: id, version: state.version, buyerId: state.buyer.id, createdAt: new Date(), state },
    listed: listedOrder(state),
    notice: { buyerId: state.buyer.id, status: state.status, version: state.version, at: new Date() },
    handled: [],
  });
  return state;
};
const several = (count: number, refunds = 0) =>
  Promise.all(Array.from({ length: count }, () => ordered(refunds)));

const sequences = async (kind: 'invoice' | 'credit-note'): Promise<number[]> => {
  const found = await invoiceCollection(mongo.db).find({ kind }).sort({ sequence: 1 }).toArray();
  return found.map(({ sequence }) => sequence);
};
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Ends by itself, killed at the step, or with 0 where it came to the end before. */
const issueIn = async (orders: readonly Order[], step = 0) => {
  const child = spawn(process.execPath, [entry, mongo.url, String(step), ...orders.map(({ id }) => id)], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'test' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal ?? code;
};

describe('numbers of invoices', () => {
  test('have no gap and no double when many are issued at once, each order several times', async () => {
    const orders = await several(60, 1);
    const books = Array.from({ length: 6 }, () => booksIn(mongo.db));
    await Promise.all(
      orders.flatMap(({ id }, at) => [
        books[at % 6]?.issue([id]),
        books[(at + 1) % 6]?.issue([id]),
        books[(at + 2) % 6]?.issue(orders.slice(at, at + 5).map((order) => order.id)),
      ]),
    );
    expect(await sequences('invoice')).toEqual(upTo(60));
    expect(await sequences('credit-note')).toEqual(upTo(60));
    const credits = await invoiceCollection(mongo.db).find({ kind: 'credit-note' }).toArray();
    for (const { refersTo, orderId } of credits) {
      const invoice = await invoiceCollection(mongo.db).findOne({ _id: refersTo ?? '' });
      expect(invoice).toMatchObject({ orderId, kind: 'invoice' });
    }
  }, 120_000);

  test('have no gap and no double when the process is killed at any step, while another issues too', async () => {
    const all: Order[] = [];
    let step = 0;
    let ended: string | number | null = 'SIGKILL';
    while (ended === 'SIGKILL') {
      step += 1;
      const [mine, others] = [await several(2, 1), await several(1)];
      all.push(...mine, ...others);
      [ended] = await Promise.all([issueIn(mine, step), booksIn(mongo.db).issue(others.map(({ id }) => id))]);
      // Whoever comes after a crash gets the same events.
      if (step % 3 === 0) await booksIn(mongo.db).issue(mine.map(({ id }) => id));
    }
    expect(ended).toBe(0);
    // The orders, and for each kind what is there, the last number and the new ones: each asked and answered.
    expect(step).toBeGreaterThan(14);
    await booksIn(mongo.db).issue(all.map(({ id }) => id));
    const refunded = all.filter(({ payment }) => payment.ledger.some(({ kind }) => kind === 'refund'));
    expect(await sequences('invoice')).toEqual(upTo(all.length));
    expect(await sequences('credit-note')).toEqual(upTo(refunded.length));
  }, 240_000);

  test('begin anew with the year of the shop’s time zone, and days follow numbers though clocks differ', async () => {
    const orders = await several(4);
    const issueAt = (order: Order | undefined, time: string) =>
      booksIn(mongo.db, () => new Date(time)).issue([order?.id ?? '']);
    await issueAt(orders[0], '2026-12-30T12:00:00Z');
    await issueAt(orders[1], '2026-12-29T12:00:00Z');
    // In Berlin it is the next year.
    await issueAt(orders[2], '2026-12-31T23:30:00Z');
    await issueAt(orders[3], '2027-01-05T12:00:00Z');
    const found = await invoiceCollection(mongo.db).find().sort({ _id: 1 }).toArray();
    expect(found.map(({ _id, issuedOn }) => [_id, issuedOn])).toEqual([
      ['INV-2026-000001', '2026-12-30'],
      ['INV-2026-000002', '2026-12-30'],
      ['INV-2027-000001', '2027-01-01'],
      ['INV-2027-000002', '2027-01-05'],
    ]);
  });
});
