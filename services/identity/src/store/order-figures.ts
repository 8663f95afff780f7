import type { Money } from '@quayside/contracts/money';
import type { PoolClient } from 'pg';

/** What Ordering says of the orders of a customer. */
export interface TellsFigures {
  readonly customerId: string;
  readonly orders: number;
  readonly spend: readonly Money[];
  readonly lastOrderAt: string;
  readonly version: number;
}

/** Keeps the latest of what was told; of nobody who is gone. */
export const keepOrderFigures = async (tx: PoolClient, told: readonly TellsFigures[]): Promise<void> => {
  // A statement would take any of several for one customer.
  const latest = new Map<string, TellsFigures>();
  for (const one of told)
    if (one.version >= (latest.get(one.customerId)?.version ?? 0)) latest.set(one.customerId, one);
  await tx.query({
    name: 'keep-order-figures',
    text: `UPDATE users SET orders = told.orders, spend = told.spend, last_order_at = told."lastOrderAt",
                  figures_version = told.version
             FROM jsonb_to_recordset($1) AS told ("customerId" uuid, orders int, spend jsonb,
                  "lastOrderAt" timestamptz, version int)
            WHERE users.id = told."customerId" AND users.figures_version < told.version`,
    values: [JSON.stringify([...latest.values()])],
  });
};
