import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { createCancelOrder } from '../src/usecases/cancel-order.ts';
import { createSubmitOrder } from '../src/usecases/submit-order.ts';
import { checkoutOf, keptDetails } from './checkout.ts';
import { createOrderingBench, type OrderingBench } from './ordering-bench.ts';

let bench: OrderingBench;
let api: Awaited<ReturnType<OrderingBench['startApi']>>;

beforeAll(async () => {
  bench = await createOrderingBench();
  api = await bench.startApi();
  await api.ready();
});
afterAll(() => bench?.close());

interface Notice {
  id: string;
  data: { orderId: string; status: string; version: number };
}

/** Listens as a browser does; `next` resolves with the next notice. */
const listen = async (buyerId: string, lastEventId?: string) => {
  const abort = new AbortController();
  const answer = await fetch(`http://127.0.0.1:${api.port}/api/v1/orders/events`, {
    signal: abort.signal,
    headers: {
      authorization: `Bearer ${await bench.minter.shopper({ id: buyerId })}`,
      ...(lastEventId && { 'last-event-id': lastEventId }),
    },
  });
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  let text = '';
  const next = async (): Promise<Notice> => {
    for (;;) {
      const [block, rest] = [text.slice(0, text.indexOf('\n\n')), text.slice(text.indexOf('\n\n') + 2)];
      if (text.includes('\n\n')) text = rest;
      const [, id, data] = /^id: (\d+)\nevent: order-changed\ndata: (.*)$/.exec(block) ?? [];
      if (text.includes('\n\n') && !data) continue;
      if (id && data) return { id, data: JSON.parse(data) };
      const { value, done } = await reader.read();
      if (done) throw new Error('The stream ended');
      text += new TextDecoder().decode(value);
    }
  };
  return { answer, next, close: () => abort.abort() };
};

const submitted = async (buyerId: string): Promise<string> => {
  const { orderId, version: _, at: submittedAt, ...checkout } = checkoutOf({ buyerId });
  const submitOrder = createSubmitOrder({ ...api, keptDetails, gracePeriodMs: 3_600_000 });
  await submitOrder({ ...checkout, id: orderId, submittedAt }, { eventId: uuidv7() });
  return orderId;
};
const cancel = (orderId: string, buyerId: string) =>
  createCancelOrder({ store: api.store, now: api.now })({ orderId, buyerId });

test('a shopper hears of each change of own orders, and of nobody else’s', async () => {
  const [mine, other] = [uuidv7(), uuidv7()];
  const stream = await listen(mine);
  expect(stream.answer.headers.get('content-type')).toContain('text/event-stream');
  await submitted(other);
  const orderId = await submitted(mine);
  expect((await stream.next()).data).toEqual({ orderId, status: 'submitted', version: 1 });
  await cancel(orderId, mine);
  expect((await stream.next()).data).toEqual({ orderId, status: 'cancelled', version: 2 });
  stream.close();
});

test('a reconnect brings what was missed', async () => {
  const mine = uuidv7();
  const stream = await listen(mine);
  const orderId = await submitted(mine);
  const { id } = await stream.next();
  stream.close();
  await cancel(orderId, mine);
  const again = await listen(mine, id);
  expect((await again.next()).data).toEqual({ orderId, status: 'cancelled', version: 2 });
  again.close();
});
