import { afterAll, beforeAll } from '@jest/globals';
import { waitUntil } from '@quayside/testkit';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';
import { startPaymentCompany, type PaymentCompany } from './payment-company.ts';

export const bo = { id: '0198c0de-0000-7000-8000-00000000ad01', name: 'Ada Admin' };
export const lanterns = (quantity: number) => ({ itemId: 7, quantity });

/** Opens what these tests need before the first of them, and closes it after the last. */
export const staffDesk = (env: Record<string, string> = {}) => {
  let bench: OrderingBench;
  let company: PaymentCompany;
  let api: Awaited<ReturnType<OrderingBench['startApi']>>;
  let staff: string;

  beforeAll(async () => {
    [bench, company] = await Promise.all([createOrderingBench(), startPaymentCompany()]);
    api = await bench.startApi(env);
    const worker = await bench.startWorker(company.config);
    await worker.ready();
    staff = await bench.minter.admin({ id: bo.id });
  }, 60_000);
  afterAll(async () => {
    await bench?.close();
    await company?.close();
  });

  const read = async (orderId: string) =>
    (
      await request(api.api.app)
        .get(`/api/v1/staff/orders/${orderId}`)
        .set('authorization', `Bearer ${staff}`)
        .expect(200)
    ).body;
  const paid = async () => {
    const { orderId } = await bench.checkOut({ paymentToken: 'tok_ok' });
    await bench.reserveStock(orderId);
    await waitUntil(async () => (await read(orderId)).invoices.length > 0, {
      describe: `order ${orderId} with its invoice`,
    });
    return orderId;
  };
  const settled = async (orderId: string): Promise<number> => (await bench.settledOrder(orderId)).version;
  const post = (path: string, body: object, version?: number, key = uuidv7()) => {
    const asked = request(api.api.app)
      .post(`/api/v1/staff/orders/${path}`)
      .set('authorization', `Bearer ${staff}`)
      .set('idempotency-key', key);
    return (version === undefined ? asked : asked.set('if-match', `"v${version}"`)).send(body);
  };
  const audit = async (query: string) =>
    (
      await request(api.api.app)
        .get(`/api/v1/admin/ordering/audit?${query}`)
        .set('authorization', `Bearer ${staff}`)
        .expect(200)
    ).body;
  return { bench: () => bench, api: () => api, staff: () => staff, read, paid, settled, post, audit };
};
