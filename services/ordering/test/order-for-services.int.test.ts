import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serviceCredentials } from '@quayside/http';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { createAnonymiseBuyer } from '../src/usecases/anonymise-buyer.ts';
import { createSubmitOrder } from '../src/usecases/submit-order.ts';
import { checkoutOf, keptDetails } from './checkout.ts';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';

let bench: OrderingBench;
let api: Awaited<ReturnType<OrderingBench['startApi']>>;

beforeAll(async () => {
  bench = await createOrderingBench();
  api = await bench.startApi();
});
afterAll(() => bench?.close());

const submitted = async (buyerId: string): Promise<string> => {
  const { orderId, version: _, at: submittedAt, ...checkout } = checkoutOf({ buyerId });
  const submitOrder = createSubmitOrder({ ...api, keptDetails, gracePeriodMs: 3_600_000 });
  await submitOrder({ ...checkout, id: orderId, submittedAt }, { eventId: uuidv7() });
  return orderId;
};
const ask = (
  id: string,
  { authorization }: { authorization: string } = serviceCredentials(bench.env.INTERNAL_SECRET),
) => request(api.api.app).get(`/internal/v1/orders/${id}`).set({ authorization });

describe('an order', () => {
  test('is told to a service, with its buyer and without the token of the card', async () => {
    const buyerId = uuidv7();
    const id = await submitted(buyerId);
    const { body, text } = await ask(id).expect(200);
    expect(body).toMatchObject({
      id,
      status: 'submitted',
      buyer: { id: buyerId, email: expect.any(String) },
    });
    expect(text).not.toContain('tok_');
  });

  test('that there is not is said to be none', async () => {
    expect((await ask(uuidv7()).expect(404)).body.code).toBe('order-not-found');
  });

  test('has no name and no address any more when its buyer is forgotten', async () => {
    const buyerId = uuidv7();
    const id = await submitted(buyerId);
    await createAnonymiseBuyer(api)(buyerId);
    expect((await ask(id).expect(200)).body).toMatchObject({
      buyer: { id: buyerId, email: '' },
      shippingAddress: { street: 'removed' },
    });
  });

  test('is told to nobody else: not to its buyer, to staff, or with another secret', async () => {
    const buyerId = uuidv7();
    const id = await submitted(buyerId);
    const bearer = async (token: Promise<string>) => ({ authorization: `Bearer ${await token}` });
    for (const credentials of [
      await bearer(bench.minter.shopper({ id: buyerId })),
      await bearer(bench.minter.admin()),
      serviceCredentials('another-secret-word'),
    ]) {
      expect((await ask(id, credentials)).body.code).toBe('unauthenticated');
    }
  });
});
