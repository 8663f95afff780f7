import { describe, expect, test } from '@jest/globals';
import { mongoAuditLog } from '@quayside/mongo';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { createRecordFailure } from '../src/store/record-failure.ts';
import { bo, lanterns, staffDesk } from './staff-desk.ts';

const { bench, api, read, paid, settled, post, audit } = staffDesk();

describe('an order as staff see it', () => {
  test('has its ledger, figures of each line, and a timeline that says who did what', async () => {
    const orderId = await paid();
    const { version } = await read(orderId);
    const parcel = { lines: [lanterns(1)], carrier: 'Post', tracking: 'P1' };
    const { body } = await post(`${orderId}/shipments`, parcel, version).expect(200);
    expect(body).toMatchObject({
      buyer: { name: 'Ada Marsh', email: 'ada@quayside.test' },
      ...{ stage: 'confirmed', paymentState: 'paid', fulfilmentState: 'to-ship' },
      ledger: [{ kind: 'charge', state: 'succeeded', amount: { amount: 22_400 } }],
      refundable: { total: { amount: 22_400 }, shipping: { amount: 500 } },
    });
    expect(body.figures[0]).toMatchObject({
      ...{ itemId: 7, toShip: 1, inParcels: 1, shipped: 0, refunded: 0 },
      refundable: { quantity: 2, amount: { amount: 9000 } },
    });
    expect(body.timeline.map(({ type }: { type: string }) => type)).toEqual([
      'order-submitted',
      'grace-period-ended',
      'stock-confirmed',
      'charge-begun',
      'order-paid',
      'shipment-prepared',
    ]);
    expect(body.timeline.at(-1)).toMatchObject({
      ...{ by: 'admin', staff: bo, text: 'Post P1', lines: [lanterns(1)], version: version + 1 },
    });
  });

  test('is told to whoever comes late, and nothing of it is lost', async () => {
    const orderId = await paid();
    const { version } = await read(orderId);
    const both = await Promise.all([
      post(`${orderId}/shipments`, { lines: [lanterns(2)] }, version),
      post(`${orderId}/shipments`, { lines: [lanterns(1)] }, version),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const late = both.find(({ status }) => status === 412);
    expect(late?.body).toMatchObject({ code: 'stale-version', current: { version: version + 1 } });
    expect(late?.body.current.shipments).toHaveLength(1);
    expect((await audit(`entity=order&entityId=${orderId}`)).items).toHaveLength(1);
  });

  test('a request that is made again is answered as before, though the order went on', async () => {
    const orderId = await paid();
    const { version } = await read(orderId);
    const asked = { amount: { amount: 400, currency: 'USD' }, reason: 'Scratched' };
    await post(`${orderId}/refunds`, asked, version, 'same').expect(200);
    await bench().orderOnceIt(orderId, 'has paid it back', ({ state }) => state.version > version + 1);
    await post(`${orderId}/refunds`, asked, version, 'same').expect(200);
    expect((await read(orderId)).ledger).toHaveLength(2);
  });

  test('is shipped as a whole in one change, and by a repeat not again', async () => {
    const orderId = await paid();
    const { version } = await read(orderId);
    await post(`${orderId}/shipments`, { lines: [lanterns(1)] }, version).expect(200);
    const body = { carrier: 'Post', tracking: 'P1' };
    const rest = await post(`${orderId}/ship-rest`, body, version + 1, 'rest').expect(200);
    expect(rest.body.shipments).toMatchObject([
      { state: 'prepared' },
      { state: 'shipped', ...body, lines: [lanterns(1), { itemId: 9, quantity: 1 }] },
    ]);
    const again = await post(`${orderId}/ship-rest`, body, version + 1, 'rest').expect(200);
    expect(again.body.version).toBe(rest.body.version);
    const other = await post(`${orderId}/ship-rest`, {}, rest.body.version, 'rest').expect(422);
    expect(other.body.code).toBe('idempotency-key-reused');
    const none = await post(`${orderId}/ship-rest`, {}, rest.body.version).expect(409);
    expect(none.body.code).toBe('shipment-exceeds-order');
    expect((await audit(`entityId=${orderId}`)).items).toHaveLength(2);
  });

  test('refuses a change that does not say on what, and one of a cancelled order', async () => {
    const orderId = await paid();
    const before = await read(orderId);
    await post(`${orderId}/shipments`, { lines: [lanterns(1)] }).expect(428);
    expect(await read(orderId)).toEqual(before);
    await post(`${orderId}/cancel`, { reason: 'Sold out' }, before.version).expect(200);
    const late = await post(`${orderId}/shipments`, { lines: [lanterns(1)] }, before.version).expect(412);
    expect(late.body.current.stage).toBe('cancelled');
    const again = await post(`${orderId}/shipments`, { lines: [lanterns(1)] }, await settled(orderId));
    expect([again.status, again.body.code]).toEqual([409, 'order-transition-refused']);
  });
});

describe('the audit log', () => {
  test('says what staff changed, in the write that changed it, without what was written about people', async () => {
    const orderId = await paid();
    const { version } = await read(orderId);
    await post(`${orderId}/cancellations`, { lines: [lanterns(1)], reason: 'Mrs Marsh rang' }, version);
    const { items } = await audit(`entity=order&entityId=${orderId}`);
    expect(items).toMatchObject([
      {
        ...{ actor: bo, action: 'refund-begun', entity: 'order', entityId: orderId },
        before: { payment: 'paid' },
        after: { payment: 'due-back', amount: '45.00 USD' },
      },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/Marsh/);
  });

  test('says what was done also where the order stands as it stood: the first of two parcels arrived', async () => {
    const orderId = await paid();
    for (const lines of [[lanterns(1)], [lanterns(1), { itemId: 9, quantity: 1 }]])
      await post(`${orderId}/shipments`, { lines }, await settled(orderId)).expect(200);
    const parcels = (await read(orderId)).shipments as { id: string }[];
    for (const { id } of parcels)
      await post(`${orderId}/shipments/${id}/ship`, {}, await settled(orderId)).expect(200);
    const stood = await read(orderId);
    await post(`${orderId}/shipments/${parcels[0]?.id}/deliver`, {}, await settled(orderId)).expect(200);
    expect((await read(orderId)).fulfilmentState).toBe(stood.fulfilmentState);
    const { items } = await audit(`entity=order&entityId=${orderId}`);
    expect(items.map(({ action }: { action: string }) => action)).toEqual([
      'shipment-delivered',
      'shipment-shipped',
      'shipment-shipped',
      'shipment-prepared',
      'shipment-prepared',
    ]);
  });

  test('is read by parts, the newest first, and forgets names alone', async () => {
    const first = await audit('pageSize=1');
    const second = await audit(`pageSize=1&before=${first.next}`);
    expect(second.items[0].id).toBe(first.items[0].id - 1);
    expect((await audit(`actor=${bo.id}&action=refund-begun`)).items.length).toBeGreaterThan(0);
    expect((await audit('to=2001-01-01T00:00:00Z')).items).toEqual([]);
    await mongoAuditLog.forget(bench().db, bo.id);
    expect((await audit('pageSize=1')).items[0].actor).toEqual({ id: bo.id });
  });

  test('is not for shoppers', async () => {
    const buyer = await bench().minter.shopper();
    await request(api().api.app)
      .get('/api/v1/admin/ordering/audit')
      .set('authorization', `Bearer ${buyer}`)
      .expect(403);
  });
});

describe('a note', () => {
  test('is kept once, with who wrote it, and is not for the buyer', async () => {
    const { orderId, buyerId } = await bench().checkOut();
    await bench().orderOnceIt(orderId, 'is there', () => true);
    await post(`${orderId}/notes`, { text: ' Rings twice. ' }, undefined, 'k').expect(200);
    const { body } = await post(`${orderId}/notes`, { text: 'Rings twice.' }, undefined, 'k').expect(200);
    expect(body.notes).toMatchObject([{ text: 'Rings twice.', staff: bo }]);
    expect((await audit(`entityId=${orderId}`)).items).toMatchObject([{ action: 'noted' }]);
    const buyer = await bench().minter.shopper({ id: buyerId });
    const own = await request(api().api.app)
      .get(`/api/v1/orders/${orderId}`)
      .set('authorization', `Bearer ${buyer}`)
      .expect(200);
    expect(JSON.stringify(own.body)).not.toMatch(/Rings|timeline|ledger/);
  });

  test.each([[{}], [{ text: ' ' }], [{ text: 'a'.repeat(2001) }], [{ text: 'a\u0000' }]])(
    'refuses %.40j',
    async (body) => {
      const { orderId } = await bench().checkOut();
      await bench().orderOnceIt(orderId, 'is there', () => true);
      await post(`${orderId}/notes`, body).expect(400);
      expect((await read(orderId)).notes).toEqual([]);
    },
  );

  test('of an order that is not there is refused', async () => {
    expect((await post(`${uuidv7()}/notes`, { text: 'x' }).expect(404)).body.code).toBe('order-not-found');
  });
});

test('an order says what it waits for, and why that failed', async () => {
  const { orderId } = await bench().checkOut();
  // Nothing else is due of it then.
  await bench().orderOnceIt(orderId, 'waits for stock', ({ state, due }) => {
    return state.status === 'awaiting-validation' && due === undefined;
  });
  const due = { kind: 'charge', at: new Date(Date.now() + 600_000), attempts: 3 } as const;
  await bench().orders.updateOne({ _id: orderId }, { $set: { due } });
  await createRecordFailure(bench().orders, () => new Date())(
    { id: orderId, kind: 'charge' },
    new Error('The payment company answered 503'),
  );
  expect((await read(orderId)).owes).toMatchObject({
    ...{ kind: 'charge', attempts: 3, isUnderWay: false, at: due.at.toISOString() },
    failure: { message: 'The payment company answered 503' },
  });
});
