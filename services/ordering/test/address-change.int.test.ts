import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { textOfPdf, waitUntil } from '@quayside/testkit';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { ada } from './checkout.ts';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';
import { startPaymentCompany, type PaymentCompany } from './payment-company.ts';

const bo = { id: '0198c0de-0000-7000-8000-00000000ad01', name: 'Ada Admin' };
let bench: OrderingBench;
let company: PaymentCompany;
let api: Awaited<ReturnType<OrderingBench['startApi']>>;
let staff: string;

beforeAll(async () => {
  [bench, company] = await Promise.all([createOrderingBench(), startPaymentCompany()]);
  api = await bench.startApi();
  const worker = await bench.startWorker(company.config);
  await worker.ready();
  staff = await bench.minter.admin({ id: bo.id });
}, 60_000);
afterAll(async () => {
  await bench?.close();
  await company?.close();
});

const get = (path: string, token = staff) =>
  request(api.api.app).get(`/api/v1${path}`).set('authorization', `Bearer ${token}`).buffer(true);
const read = async (orderId: string) => (await get(`/staff/orders/${orderId}`).expect(200)).body;
const invoicesOnce = (orderId: string, count: number) =>
  waitUntil(
    async () => {
      const order = await read(orderId);
      return order.invoices.length === count && order;
    },
    { describe: `order ${orderId} with ${count} invoices` },
  );
const paid = async () => {
  const { orderId, buyerId } = await bench.checkOut();
  await bench.reserveStock(orderId);
  await invoicesOnce(orderId, 1);
  return { orderId, buyer: await bench.minter.shopper({ id: buyerId }) };
};
const send = (method: 'put' | 'post', path: string, body: object, version: number, key = uuidv7()) => {
  const asked = request(api.api.app)[method](`/api/v1/staff/orders/${path}`);
  return asked
    .set('authorization', `Bearer ${staff}`)
    .set('idempotency-key', key)
    .set('if-match', `"v${version}"`)
    .send(body);
};
const change = async (orderId: string, lines: object, key?: string) => {
  const { version } = (await bench.settledOrder(orderId)).state;
  return send('put', `${orderId}/address`, lines, version, key);
};
const moved = { ...ada.shippingAddress, street: '8 Harbour Terrace', postalCode: 'TR11 2AA' };
const audit = async (orderId: string) =>
  (await get(`/admin/ordering/audit?entity=order&entityId=${orderId}`).expect(200)).body.items;

describe('the address of an order', () => {
  test('changes once for each request, is told of without its lines, and is audited with neither side', async () => {
    const { orderId, buyer } = await paid();
    const before = await read(orderId);
    expect(before.canChangeAddress).toBe(true);
    const { status, body } = await change(orderId, moved, 'same');
    expect(status).toBe(200);
    expect(body).toMatchObject({ shippingAddress: moved, version: before.version + 1 });
    expect(body.timeline.at(-1)).toEqual({
      ...{ type: 'address-changed', by: 'admin', staff: bo, version: body.version },
      at: expect.any(String),
    });
    expect(await audit(orderId)).toEqual([
      expect.objectContaining({ action: 'address-changed', actor: bo, entityId: orderId }),
    ]);
    expect(JSON.stringify(await audit(orderId))).not.toMatch(/Harbour|Quay Street|before|after/);

    // As long as a repeat is of the same, whatever came since.
    const back = await change(orderId, ada.shippingAddress);
    expect(back.body.shippingAddress).toEqual(ada.shippingAddress);
    const again = await send('put', `${orderId}/address`, moved, before.version, 'same').expect(200);
    expect(again.body.version).toBe(back.body.version);
    const reused = await change(orderId, { ...moved, name: 'Somebody else' }, 'same');
    expect([reused.status, reused.body.code]).toEqual([422, 'idempotency-key-reused']);
    const late = await send('put', `${orderId}/address`, moved, before.version).expect(412);
    expect(late.body).toMatchObject({ code: 'stale-version', current: { version: back.body.version } });
    const same = await change(orderId, ada.shippingAddress);
    expect(same.body.version).toBe(back.body.version);

    const own = (await get(`/orders/${orderId}`, buyer).expect(200)).body;
    expect(own.formerAddresses).toEqual([ada.shippingAddress, moved]);
  });

  test('of a paper is the one it was issued with', async () => {
    const { orderId } = await paid();
    expect((await change(orderId, moved)).status).toBe(200);
    const { version } = (await bench.settledOrder(orderId)).state;
    const refund = { amount: { amount: 400, currency: 'USD' }, reason: 'Scratched' };
    await send('post', `${orderId}/refunds`, refund, version).expect(200);
    const { invoices } = await invoicesOnce(orderId, 2);
    const paper = async (number: string) => textOfPdf((await get(`/staff/invoices/${number}`)).body);
    const [invoice, credit] = [await paper(invoices[0].number), await paper(invoices[1].number)];
    expect(invoice).toContain('1 Quay Street');
    expect(invoice).not.toContain('8 Harbour Terrace');
    expect(credit).toContain('8 Harbour Terrace');
  });

  test('changes no more once something is packed, or the order is cancelled', async () => {
    const { orderId } = await paid();
    const { version } = await read(orderId);
    const packed = await send(
      'post',
      `${orderId}/shipments`,
      { lines: [{ itemId: 7, quantity: 1 }] },
      version,
    );
    expect(packed.body.canChangeAddress).toBe(false);
    const refused = await change(orderId, moved);
    expect([refused.status, refused.body.code]).toEqual([409, 'address-fixed']);
    const other = await paid();
    const seen = await read(other.orderId);
    await send('post', `${other.orderId}/cancel`, { reason: 'Sold out' }, seen.version).expect(200);
    expect((await change(other.orderId, moved)).body.code).toBe('address-fixed');
    for (const id of [orderId, other.orderId])
      expect((await read(id)).shippingAddress).toEqual(ada.shippingAddress);
  });

  test.each([
    ['in another country', { country: 'FR', postalCode: '29200', city: 'Brest' }, 409, 'destination-differs'],
    ['without a town', { city: undefined }, 422, 'address-invalid'],
    ['that is a number', { street: '1' }, 422, 'address-invalid'],
    ['with a postal code of nowhere', { postalCode: '???' }, 422, 'address-invalid'],
    ['without a name', { name: ' ' }, 400, 'malformed-request'],
  ])('%s is refused, and nothing changes', async (_where, lines, status, code) => {
    const { orderId } = await bench.checkOut();
    await bench.orderOnceIt(
      orderId,
      'waits for stock',
      ({ state }) => state.status === 'awaiting-validation',
    );
    const refused = await change(orderId, { ...moved, ...lines });
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    const found = await read(orderId);
    expect(found.shippingAddress).toEqual(ada.shippingAddress);
    expect(await audit(orderId)).toEqual([]);
  });
});
