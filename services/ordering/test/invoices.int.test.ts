import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identityEvents } from '@quayside/contracts';
import { pagesOfPdf, textOfPdf, waitUntil } from '@quayside/testkit';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { invoiceCollection } from '../src/store/invoice-document.ts';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';
import { startPaymentCompany, type PaymentCompany } from './payment-company.ts';

let bench: OrderingBench;
let company: PaymentCompany;
let api: Awaited<ReturnType<OrderingBench['startApi']>>;
let staff: string;

beforeAll(async () => {
  [bench, company] = await Promise.all([createOrderingBench(), startPaymentCompany()]);
  api = await bench.startApi();
  const worker = await bench.startWorker(company.config);
  await worker.ready();
  staff = await bench.minter.admin();
}, 60_000);
afterAll(async () => {
  await bench?.close();
  await company?.close();
});

const get = (path: string, token = staff) =>
  request(api.api.app).get(`/api/v1${path}`).set('authorization', `Bearer ${token}`).buffer(true);
const post = async (orderId: string, rest: string, body: object) => {
  const { version } = await bench.settledOrder(orderId);
  return request(api.api.app)
    .post(`/api/v1/staff/orders/${orderId}${rest}`)
    .set('authorization', `Bearer ${staff}`)
    .set('idempotency-key', uuidv7())
    .set('if-match', `"v${version}"`)
    .send(body);
};
const issuedOnce = (orderId: string, count: number) =>
  waitUntil(
    async () => {
      const found = await invoiceCollection(bench.db).find({ orderId }).sort({ issuedAt: 1 }).toArray();
      return found.length === count && found;
    },
    { describe: `${count} invoices and credit notes of order ${orderId}` },
  );
const paid = async () => {
  const { orderId, buyerId } = await bench.checkOut();
  await bench.reserveStock(orderId);
  const [invoice] = await issuedOnce(orderId, 1);
  const { number } = (await get(`/staff/orders/${orderId}`).expect(200)).body;
  const buyer = await bench.minter.shopper({ id: buyerId });
  return { orderId, buyerId, buyer, orderNumber: String(number), invoice: invoice?._id ?? '' };
};

describe('a paid order', () => {
  test('has an invoice, and a credit note for each refund; its buyer has them, and nobody else', async () => {
    const { orderId, buyer, orderNumber, invoice } = await paid();
    expect(invoice).toMatch(/^INV-20\d\d-00000\d$/);
    const lines = [{ itemId: 7, quantity: 1 }];
    expect((await post(orderId, '/refunds', { lines, reason: 'Too bright' })).status).toBe(200);
    const [, credit] = await issuedOnce(orderId, 2);
    expect(credit).toMatchObject({ kind: 'credit-note', refersTo: invoice, total: { amount: 4500 } });

    const own = await get(`/orders/${orderId}`, buyer).expect(200);
    expect(own.body.invoices).toMatchObject([
      { number: invoice, kind: 'invoice', total: { amount: 22_400, currency: 'USD' } },
      { number: credit?._id, kind: 'credit-note', refersTo: invoice, total: { amount: 4500 } },
    ]);
    const forStaff = await get(`/staff/orders/${orderId}`).expect(200);
    expect(forStaff.body.invoices).toEqual(own.body.invoices);

    const paper = await get(`/orders/${orderId}/invoices/${invoice}?language=de`, buyer).expect(200);
    expect(paper.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${invoice}.pdf"`,
      'cache-control': 'no-store',
    });
    expect(textOfPdf(paper.body)).toEqual(
      expect.arrayContaining(['Rechnung', invoice, orderNumber, 'Storm lantern', '224,00 USD']),
    );
    expect((await get(`/staff/invoices/${invoice}?language=de`).expect(200)).body).toEqual(paper.body);

    const stranger = await bench.minter.shopper({ id: uuidv7() });
    const other = await paid();
    for (const [path, token] of [
      [`/orders/${orderId}/invoices/${invoice}`, stranger],
      [`/orders/${other.orderId}/invoices/${invoice}`, buyer],
      [`/orders/${orderId}/invoices/${other.invoice}`, buyer],
      [`/staff/invoices/INV-1999-000001`, staff],
    ] as const) {
      const refused = await get(path, token);
      expect([refused.status, refused.body.code]).toEqual([404, 'invoice-not-found']);
    }
    await get(`/orders/${orderId}/invoices/nonsense`, buyer).expect(400);
    await get(`/staff/invoices/${invoice}`, buyer).expect(403);
    await get(`/staff/invoices/${invoice}?language=fr`).expect(400);
  }, 60_000);

  test('is in the list of invoices and, credit notes below zero, in the file of a period', async () => {
    const { orderId, orderNumber, invoice } = await paid();
    expect((await post(orderId, '/cancel', { reason: 'Sold twice' })).status).toBe(200);
    const [, credit] = await issuedOnce(orderId, 2);
    for (const q of [orderNumber, orderNumber.slice(3), orderNumber.slice(3).toLowerCase()]) {
      const { body } = await get(`/staff/invoices?q=${q}`).expect(200);
      expect(body.items.map(({ number }: { number: string }) => number).toSorted()).toEqual(
        [credit?._id, invoice].toSorted(),
      );
      expect(body.totals).toEqual([
        {
          net: { amount: 0, currency: 'USD' },
          tax: { amount: 0, currency: 'USD' },
          total: { amount: 0, currency: 'USD' },
        },
      ]);
    }
    const one = await get(`/staff/invoices?q=${invoice}&kind=invoice`).expect(200);
    expect(one.body).toMatchObject({ totalItems: 1, items: [{ orderId, orderNumber, country: 'GB' }] });
    expect((await get('/staff/invoices?q=.*').expect(200)).body.totalItems).toBe(0);
    expect((await get('/staff/invoices?to=2020-01-01').expect(200)).body.items).toEqual([]);
    await get('/staff/invoices?from=yesterday').expect(400);

    const today = String(credit?.issuedOn);
    const file = await get(`/staff/invoices/export?from=${today}&to=${today}`).expect(200);
    expect(file.headers['content-disposition']).toContain(`invoices-${today}-to-${today}.csv`);
    const rows = file.text.trim().split('\r\n');
    expect(rows[0]).toContain('number,kind,date,refers to,order,country');
    expect(rows).toContain(`${invoice},invoice,${today},,${orderNumber},GB,,USD,,,224,0,224`);
    expect(rows).toContain(
      `${credit?._id},credit-note,${today},${invoice},${orderNumber},GB,,USD,,,-224,0,-224`,
    );
    const numbers = rows.slice(1).map((row) => row.split(',')[0]);
    expect(numbers).toEqual([
      ...numbers.filter((number) => number?.startsWith('INV')).toSorted(),
      ...numbers.filter((number) => number?.startsWith('CN')).toSorted(),
    ]);
  }, 60_000);

  test('has a packing slip for each parcel, and is printed with others', async () => {
    const [first, second] = [await paid(), await paid()];
    const lines = [{ itemId: 7, quantity: 2 }];
    const packed = await post(first.orderId, '/shipments', { lines, carrier: 'Post', tracking: 'P-17' });
    const [parcel] = packed.body.shipments;
    const path = `/staff/orders/${first.orderId}/shipments`;
    const slip = await get(`${path}/${parcel.id}/packing-slip`).expect(200);
    expect(textOfPdf(slip.body)).toEqual(expect.arrayContaining(['Packing slip', 'Storm lantern', 'P-17']));
    const none = await get(`${path}/${uuidv7()}/packing-slip`);
    expect([none.status, none.body.code]).toEqual([404, 'shipment-not-found']);

    const ids = `${second.orderId},${first.orderId}`;
    const slips = await get(`/staff/orders/print?paper=packing-slips&orders=${ids}`).expect(200);
    expect(pagesOfPdf(slips.body)).toBe(3);
    const invoices = await get(`/staff/orders/print?paper=invoices&orders=${ids}&language=de`).expect(200);
    const text = textOfPdf(invoices.body);
    expect(text.indexOf(second.invoice)).toBeLessThan(text.indexOf(first.invoice));
    const nothing = await get(`/staff/orders/print?paper=invoices&orders=${uuidv7()}`);
    expect([nothing.status, nothing.body.code]).toEqual([409, 'nothing-to-print']);
    const many = Array.from({ length: 101 }, () => uuidv7()).join(',');
    await get(`/staff/orders/print?paper=invoices&orders=${many}`).expect(400);
    await get('/staff/orders/print?paper=invoices&orders=1').expect(400);
  }, 60_000);

  test('keeps its invoice when its buyer is forgotten, and neither it nor the paper names the person', async () => {
    const { orderId, buyerId, invoice } = await paid();
    await bench.spy.publish(identityEvents.userDeleted, {
      subject: buyerId,
      data: { userId: buyerId, version: 2 },
    });
    // What has not left is cancelled, and so is refunded.
    const found = await issuedOnce(orderId, 2);
    expect(JSON.stringify(found)).not.toMatch(/Ada|Falmouth|1 Quay/);
    expect(found.map(({ total }) => total.amount)).toEqual([22_400, 22_400]);
    const text = textOfPdf((await get(`/staff/invoices/${invoice}`).expect(200)).body);
    expect(text).toEqual(expect.arrayContaining([invoice, 'Former customer', 'USD 224.00']));
    expect(text.join(' ')).not.toMatch(/Ada|Falmouth|1 Quay/);
  }, 60_000);
});

test('lists and files of invoices have the index that serves them', async () => {
  const invoices = invoiceCollection(bench.db);
  const period = { issuedOn: { $gte: '2026-01-01', $lte: '2026-12-31' } };
  const sorted = [
    invoices.find(period).sort({ issuedOn: -1, sequence: -1, _id: -1 }),
    invoices.find({ kind: 'invoice', ...period }).sort({ kind: -1, issuedOn: 1, sequence: 1 }),
    invoices.find(period).sort({ kind: -1, issuedOn: 1, sequence: 1 }),
    invoices.find({ kind: 'invoice', ...period }).sort({ issuedOn: -1, sequence: -1 }),
  ];
  const found = [{ orderId: 'x' }, { orderNumber: /^QS-7/ }, { cause: 'x' }].map((filter) =>
    invoices.find(filter),
  );
  for (const cursor of [...sorted, ...found]) {
    const { queryPlanner } = (await cursor.explain('queryPlanner')) as {
      queryPlanner: { winningPlan: object };
    };
    expect(JSON.stringify(queryPlanner.winningPlan)).not.toMatch(/COLLSCAN|"stage":"SORT"/);
  }
});
