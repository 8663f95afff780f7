import type { FunnelDay, FunnelSums } from '@quayside/contracts';
import { answerOr } from '@quayside/messaging';
import { postgresIsAway } from '@quayside/postgres';
import type { Pool } from 'pg';
import { periodBefore } from '../domain/sales-period.ts';
import { SalesUnavailable } from '../domain/sales-unavailable.ts';
import type { Visits } from '../usecases/visits.ts';

const answerOrUnavailable = answerOr(postgresIsAway, (cause) => new SalesUnavailable({ cause }));

/** Several gateways tell of one day, each what they knew together a moment ago. */
const keepSql = `
  INSERT INTO visit_days AS kept (day, visits, baskets, checkouts) VALUES ($1, $2, $3, $4)
  ON CONFLICT (day) DO UPDATE
     SET visits = greatest(kept.visits, excluded.visits),
         baskets = greatest(kept.baskets, excluded.baskets),
         checkouts = greatest(kept.checkouts, excluded.checkouts)`;

const daysSql = `
  SELECT to_char(day, 'YYYY-MM-DD') AS day, coalesce(visits, 0) AS visits, coalesce(baskets, 0) AS baskets,
         coalesce(checkouts, 0) AS checkouts, coalesce(paid, 0)::integer AS paid
    FROM generate_series($1::date, $2::date, interval '1 day') AS every (at)
    CROSS JOIN LATERAL (SELECT at::date AS day) AS of
    LEFT JOIN (SELECT * FROM visit_days WHERE day BETWEEN $1 AND $2) AS seen USING (day)
    LEFT JOIN (SELECT day, sum(paid) AS paid FROM sales_days WHERE day BETWEEN $1 AND $2 GROUP BY day) AS sold
        USING (day)
   ORDER BY day`;

const sumOf = (days: readonly FunnelDay[]): FunnelSums => {
  const total = (name: keyof FunnelSums) => days.reduce((sum, day) => sum + day[name], 0);
  return {
    visits: total('visits'),
    baskets: total('baskets'),
    checkouts: total('checkouts'),
    paid: total('paid'),
  };
};

export const createVisits = (pool: Pool): Visits => ({
  keep: async ({ day, visits, baskets, checkouts }) => {
    const values = [day, visits, baskets, checkouts];
    await answerOrUnavailable(pool.query({ name: 'visits-keep', text: keepSql, values }));
  },
  funnel: async ({ from, to }) => {
    const before = periodBefore({ from, to });
    const { rows } = await answerOrUnavailable(
      pool.query<FunnelDay>({ name: 'visits-funnel', text: daysSql, values: [before.from, to] }),
    );
    const days = rows.filter(({ day }) => day >= from);
    return {
      ...{ from, to, days, sums: sumOf(days) },
      before: { ...before, sums: sumOf(rows.filter(({ day }) => day < from)) },
    };
  },
});
