import { waitUntil } from '@quayside/testkit';
import { v7 as uuidv7 } from 'uuid';
import type { OrderDocument } from '../src/store/order-document.ts';
import type { OrderingBench } from './ordering-bench.ts';

/** Asks of an order as a page does: again and again, in the same words, until it shows what was asked for. */
export const asker =
  ({ bench, orderId, url }: { bench: Pick<OrderingBench, 'orders'>; orderId: string; url: () => string }) =>
  (token: string) =>
  async (
    path: (order: OrderDocument) => string,
    body: object,
    isDone: (order: OrderDocument) => boolean,
  ): Promise<void> => {
    const key = uuidv7();
    await waitUntil(
      async () => {
        const order = await bench.orders.findOne({ _id: orderId });
        if (!order) return undefined;
        if (isDone(order)) return order;
        const answer = await fetch(`${url()}/api/v1/${path(order)}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${token}`,
            'idempotency-key': key,
            'if-match': `"v${order.version}"`,
          },
          body: JSON.stringify(body),
        }).catch(() => undefined);
        if (answer && ![200, 409, 412, 428, 503].includes(answer.status))
          throw new Error(`${answer.status} ${await answer.text()}`);
        return undefined;
      },
      { describe: `order ${orderId} after ${JSON.stringify(body)}`, timeoutMs: 60_000 },
    );
  };
