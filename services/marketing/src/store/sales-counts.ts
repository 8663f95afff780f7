import type { ClientBase } from 'pg';
import type { SalesCounts } from '../usecases/sales.ts';

const toDay = '(told.at AT TIME ZONE $1)::date';
/** Rows are written in one order by everybody, so that nobody waits for somebody who waits for them. */
const addTo = (columns: readonly string[], select: string): string => `
  INSERT INTO sales_days AS days (currency, day, ${columns.join(', ')})
  ${select} GROUP BY 1, 2 ORDER BY 1, 2
  ON CONFLICT (currency, day) DO UPDATE
     SET ${columns.map((column) => `${column} = days.${column} + excluded.${column}`).join(', ')}`;

const placedSql = `
  WITH told AS (
    SELECT * FROM unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::bigint[], $6::text[])
               AS told (id, at, currency, total, lines)
  ), added AS (
    INSERT INTO sold_orders (id, currency, total, lines) SELECT id, currency, total, lines::jsonb FROM told
    ON CONFLICT (id) DO NOTHING RETURNING id
  )
  ${addTo(['orders'], `SELECT currency, ${toDay}, count(*) FROM told JOIN added USING (id)`)}`;

const paidSql = `
  WITH told AS (SELECT * FROM unnest($2::uuid[], $3::timestamptz[]) AS told (id, at)),
  changed AS (
    UPDATE sold_orders SET paid = true FROM told WHERE sold_orders.id = told.id AND NOT paid
    RETURNING sold_orders.currency, ${toDay} AS day, total, lines
  ), sold AS (
    SELECT currency, day, line.* FROM changed,
           jsonb_to_recordset(lines) AS line ("itemId" integer, name text, quantity integer, amount bigint)
  ), products AS (
    INSERT INTO product_sales AS products (currency, day, item_id, name, units, amount)
    SELECT currency, day, "itemId", max(name), sum(quantity), sum(amount) FROM sold GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (currency, day, item_id) DO UPDATE
       SET name = excluded.name, units = products.units + excluded.units, amount = products.amount + excluded.amount
  )
  ${addTo(
    ['paid', 'revenue', 'units'],
    `SELECT currency, day, count(*), sum(total),
            sum((SELECT sum((line->>'quantity')::integer) FROM jsonb_array_elements(lines) AS line)) FROM changed`,
  )}`;

const cancelledSql = `
  WITH told AS (SELECT * FROM unnest($2::uuid[], $3::timestamptz[]) AS told (id, at)),
  changed AS (
    UPDATE sold_orders SET cancelled = true FROM told WHERE sold_orders.id = told.id AND NOT cancelled
    RETURNING sold_orders.currency, ${toDay} AS day
  )
  ${addTo(['cancelled'], 'SELECT currency, day, count(*) FROM changed')}`;

const refundedSql = `
  WITH told AS (
    SELECT * FROM unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::bigint[]) AS told (id, at, currency, amount)
  ), added AS (
    INSERT INTO counted_refunds SELECT id FROM told ON CONFLICT (id) DO NOTHING RETURNING id
  )
  ${addTo(['refunded'], `SELECT currency, ${toDay}, sum(amount) FROM told JOIN added USING (id)`)}`;

const returnedSql = `
  WITH told AS (
    SELECT * FROM unnest($2::text[], $3::timestamptz[], $4::uuid[], $5::integer[]) AS told (id, at, order_id, units)
  ), added AS (
    INSERT INTO counted_returns SELECT id FROM told ON CONFLICT (id) DO NOTHING RETURNING id
  )
  ${addTo(
    ['returned'],
    `SELECT sold_orders.currency, ${toDay}, sum(units) FROM told JOIN added USING (id)
            JOIN sold_orders ON sold_orders.id = told.order_id`,
  )}`;

/**
 * What happened to orders, counted in a transaction of the caller. What is told of an order that was placed before
 * anything was counted is left out, but for its refunds.
 *
 * @param timeZone of IANA, in which a day begins
 */
export const salesCountsIn = (tx: ClientBase, timeZone: string): SalesCounts => {
  const count = async (name: string, text: string, columns: readonly (readonly unknown[])[]) => {
    await tx.query({ name, text, values: [timeZone, ...columns] });
  };
  return {
    placed: (orders) =>
      count('sales-placed', placedSql, [
        orders.map(({ orderId }) => orderId),
        orders.map(({ at }) => at),
        orders.map(({ total }) => total.currency),
        orders.map(({ total }) => total.amount),
        orders.map(({ lines }) => JSON.stringify(lines)),
      ]),
    paid: (orders) =>
      count('sales-paid', paidSql, [orders.map(({ orderId }) => orderId), orders.map(({ at }) => at)]),
    cancelled: (orders) =>
      count('sales-cancelled', cancelledSql, [
        orders.map(({ orderId }) => orderId),
        orders.map(({ at }) => at),
      ]),
    refunded: (refunds) =>
      count('sales-refunded', refundedSql, [
        refunds.map(({ id }) => id),
        refunds.map(({ at }) => at),
        refunds.map(({ amount }) => amount.currency),
        refunds.map(({ amount }) => amount.amount),
      ]),
    returned: (returns) =>
      count('sales-returned', returnedSql, [
        returns.map(({ id }) => id),
        returns.map(({ at }) => at),
        returns.map(({ orderId }) => orderId),
        returns.map(({ units }) => units),
      ]),
  };
};
