import type { SoldOrder } from '@quayside/contracts';
import type { ClientBase } from 'pg';
import { v5 as uuidv5 } from 'uuid';
import { salesCountsIn } from './sales-counts.ts';

/** Counts orders with all that became of them, each once however often it is asked for. */
export const countSold = async (
  tx: ClientBase,
  timeZone: string,
  orders: readonly SoldOrder[],
): Promise<void> => {
  const counts = salesCountsIn(tx, timeZone);
  await counts.placed(
    orders.map(({ orderId, placedAt: at, total, lines }) => ({ orderId, at, total, lines })),
  );
  await counts.paid(
    orders.flatMap(({ orderId, paidAt }) => (paidAt === undefined ? [] : [{ orderId, at: paidAt }])),
  );
  await counts.cancelled(
    orders.flatMap(({ orderId, cancelledAt }) =>
      cancelledAt === undefined ? [] : [{ orderId, at: cancelledAt }],
    ),
  );
  await counts.refunded(
    orders.flatMap(({ orderId, refunded }) =>
      // No event told of it: an id that is the same for the same one.
      refunded.map(({ at, amount }, number) => ({ id: uuidv5(String(number), orderId), at, amount })),
    ),
  );
  await counts.returned(
    orders.flatMap(({ orderId, returned }) =>
      returned.map(({ id, at, units }) => ({ id: `${orderId}/${id}`, orderId, at, units })),
    ),
  );
};
