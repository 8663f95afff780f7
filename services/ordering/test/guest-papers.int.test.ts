import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serviceCredentials } from '@quayside/http';
import { textOfPdf } from '@quayside/testkit';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { decide } from '../src/domain/decide.ts';
import type { OrderCommand } from '../src/domain/order-command.ts';
import { createSubmitOrder } from '../src/usecases/submit-order.ts';
import { ada, checkoutOf } from './checkout.ts';
import { booksIn } from './invoice-books.ts';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';

let bench: OrderingBench;
let api: Awaited<ReturnType<OrderingBench['startApi']>>;

beforeAll(async () => {
  bench = await createOrderingBench();
  api = await bench.startApi();
});
afterAll(() => bench?.close());

const at = '2026-11-22T10:00:00.000Z';
/** A paid order of a guest with its invoice, and the link that is mailed. */
const bought = async () => {
  const email = `guest-${uuidv7()}@Example.com`;
  const { orderId: id, version: _, at: submittedAt, ...checkout } = checkoutOf();
  const keptDetails = { of: async () => ({ ...ada, email, guest: { locale: 'de' } }) };
  const submitOrder = createSubmitOrder({ ...api, keptDetails, gracePeriodMs: 3_600_000 });
  await submitOrder({ ...checkout, id, submittedAt }, { eventId: uuidv7() });
  const commands: OrderCommand[] = [
    { type: 'end-grace-period', at },
    { type: 'confirm-stock', at },
    { type: 'begin-charge', at },
    { type: 'record-charge', at, key: id, chargeId: `ch_${id}` },
  ];
  for (const command of commands) await api.store.update(id, (order) => decide(command, order));
  await booksIn(bench.db).issue([id]);
  const { authorization } = serviceCredentials(bench.env.INTERNAL_SECRET);
  const known = await request(api.api.app).get(`/internal/v1/orders/${id}`).set({ authorization });
  const [{ number }] = known.body.invoices;
  return { id, email, link: String(known.body.guest.link), number: String(number) };
};
const token = () => bench.minter.guest();
const paper = async (
  { id, number, link }: { id: string; number: string; link: string },
  body: object,
): Promise<request.Response> =>
  request(api.api.app)
    .post(`/api/v1/guest-orders/${id}/invoices/${number}`)
    .set({ authorization: `Bearer ${await token()}`, 'order-link': link })
    .buffer(true)
    .send(body);

describe('an invoice of a guest', () => {
  test('is named by the link, and drawn for who types the address of the order besides', async () => {
    const order = await bought();
    const shown = await request(api.api.app)
      .get(`/api/v1/guest-orders/${order.id}`)
      .set({ authorization: `Bearer ${await token()}`, 'order-link': order.link });
    expect(shown.body.papers).toMatchObject([{ number: order.number, kind: 'invoice' }]);
    for (const secret of [ada.name, ada.shippingAddress.street, order.email])
      expect(JSON.stringify(shown.body)).not.toContain(secret);
    const drawn = await paper(order, { email: order.email.toUpperCase(), language: 'de' });
    expect([drawn.status, drawn.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(drawn.headers['cache-control']).toBe('no-store');
    const text = textOfPdf(drawn.body);
    expect(text).toEqual(expect.arrayContaining(['Rechnung', ada.name, ada.shippingAddress.street]));
  });

  test('is not for who knows less, and not of another order', async () => {
    const [order, other] = [await bought(), await bought()];
    const { email } = order;
    for (const [tried, body, status, code] of [
      [order, { email: 'somebody@example.com' }, 422, 'email-differs'],
      [order, { email: other.email }, 422, 'email-differs'],
      [order, {}, 400, 'malformed-request'],
      [order, { email, language: 'fr' }, 400, 'malformed-request'],
      [{ ...order, link: other.link }, { email }, 404, 'order-link-invalid'],
      [{ ...order, number: other.number }, { email }, 404, 'invoice-not-found'],
    ] as const) {
      const refused = await paper(tried, body);
      expect([refused.status, refused.body.code]).toEqual([status, code]);
      expect(refused.text).not.toContain(ada.name);
    }
  });

  test('is for nobody once the guest is forgotten', async () => {
    const order = await bought();
    await api.store.update(order.id, (found) => decide({ type: 'anonymise-buyer', at }, found));
    for (const email of [order.email, ''])
      expect([400, 404]).toContain((await paper(order, { email })).status);
  });
});
