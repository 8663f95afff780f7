import { createHash } from 'node:crypto';
import type { SoldOrder } from '@quayside/contracts';
import type { ClientBase } from 'pg';
import { salesCountsIn } from './sales-counts.ts';

/** A refund that no event told of: an id that is the same for the same one. */
const idOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

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
      refunded.map(({ at, amount }, number) => ({ id: idOf(`${orderId}/${number}`), at, amount })),
    ),
  );
  await counts.returned(
    orders.flatMap(({ orderId, returned }) =>
      returned.map(({ id, at, units }) => ({ id: `${orderId}/${id}`, orderId, at, units })),
    ),
  );
};
