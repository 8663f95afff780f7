import type { SalesDay, SalesSums } from '@quayside/contracts';
import { answerOr } from '@quayside/messaging';
import { postgresIsAway } from '@quayside/postgres';
import type { Pool } from 'pg';
import { periodBefore } from '../domain/sales-period.ts';
import { SalesUnavailable } from '../domain/sales-unavailable.ts';
import type { SalesReads } from '../usecases/sales.ts';

const answerOrUnavailable = answerOr(postgresIsAway, (cause) => new SalesUnavailable({ cause }));

/** An amount of a shop is a safe integer; `bigint` itself would come as text. */
const asNumber = (expression: string, name: string): string =>
  `coalesce(${expression}, 0)::double precision AS ${name}`;
const counted = ['orders', 'paid', 'cancelled', 'revenue', 'refunded', 'units', 'returned'] as const;

const daysSql = `
  SELECT to_char(day, 'YYYY-MM-DD') AS day, ${counted.map((name) => asNumber(name, name)).join(', ')}
    FROM generate_series($2::date, $3::date, interval '1 day') AS every (at)
    CROSS JOIN LATERAL (SELECT at::date AS day) AS of
    LEFT JOIN (SELECT * FROM sales_days WHERE currency = $1 AND day BETWEEN $2 AND $3) AS days USING (day)
   ORDER BY day`;
const sumsSql = `
  SELECT ${counted.map((name) => asNumber(`sum(${name})`, name)).join(', ')}
    FROM sales_days WHERE currency = $1 AND day BETWEEN $2 AND $3`;
/** What the days of a period come to. */
const sumOf = (days: readonly SalesDay[]): SalesSums => {
  const total = (name: (typeof counted)[number]) => days.reduce((sum, day) => sum + day[name], 0);
  return Object.fromEntries(counted.map((name) => [name, total(name)])) as SalesSums;
};
const bestAtMost = 10;
/**
 * Whole months out of months, what is left at either end out of days. Amounts of a shop are safe integers, which `double
 * precision` holds exactly and adds up in a fraction of the time that numbers of any size take.
 */
const bestSql = `
  WITH whole AS (
    SELECT date_trunc('month', $2::date + interval '1 month' - interval '1 day')::date AS first,
           date_trunc('month', $3::date + interval '1 day')::date AS last
  ), parts AS (
    SELECT item_id, units::double precision, amount::double precision FROM product_sales_months
     WHERE currency = $1 AND month >= (SELECT first FROM whole) AND month < (SELECT last FROM whole)
    UNION ALL
    SELECT item_id, units, amount FROM product_sales
     WHERE currency = $1 AND day >= $2 AND day < LEAST((SELECT first FROM whole), $3::date + 1)
    UNION ALL
    SELECT item_id, units, amount FROM product_sales
     WHERE currency = $1 AND day <= $3
       AND day >= GREATEST((SELECT last FROM whole), LEAST((SELECT first FROM whole), $3::date + 1))
  ), best AS (
    SELECT item_id, sum(units) AS units, sum(amount) AS amount FROM parts
     GROUP BY item_id ORDER BY sum(amount) DESC, item_id LIMIT ${bestAtMost}
  )
  SELECT item_id AS "itemId", latest.name, units, amount
    FROM best CROSS JOIN LATERAL (
      SELECT months.name FROM generate_series(date_trunc('month', $2::date), $3::date, interval '1 month') AS at (month)
        JOIN product_sales_months AS months
          ON currency = $1 AND months.month = at.month::date AND months.item_id = best.item_id
       ORDER BY at.month DESC LIMIT 1
    ) AS latest ORDER BY amount DESC, item_id`;
/** As few rows as days were sold on; the currencies of the whole time, as one of them is to be chosen. */
const currenciesSql = `
  SELECT currency FROM sales_days GROUP BY currency
   ORDER BY sum(revenue) FILTER (WHERE day BETWEEN $1 AND $2) DESC NULLS LAST, sum(revenue) DESC, currency`;

export const createSalesReads = (pool: Pool, shopCurrency: string): SalesReads => {
  const rowsOf = async <R extends object>(name: string, text: string, values: unknown[]): Promise<R[]> =>
    (await answerOrUnavailable(pool.query<R>({ name, text, values }))).rows;
  return {
    report: async ({ from, to }, asked) => {
      const found = await rowsOf<{ currency: string }>('sales-currencies', currenciesSql, [from, to]);
      const currencies = found.map((row) => row.currency);
      const currency = asked ?? currencies[0] ?? shopCurrency;
      const before = periodBefore({ from, to });
      const [days, sumsBefore, products] = await Promise.all([
        rowsOf<SalesDay>('sales-days', daysSql, [currency, from, to]),
        rowsOf<SalesSums>('sales-sums', sumsSql, [currency, before.from, before.to]),
        rowsOf<{ itemId: number; name: string; units: number; amount: number }>('sales-best', bestSql, [
          ...[currency, from, to],
        ]),
      ]);
      return {
        ...{ from, to, currency, currencies, days, products },
        sums: sumOf(days),
        before: { ...before, sums: sumsBefore[0] as SalesSums },
      };
    },
  };
};
