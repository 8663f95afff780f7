import type { SalesDay, SalesQuery } from '@quayside/contracts';
import { asDecimal } from '@quayside/contracts/money';
import { csvLine, ok, type Api } from '@quayside/http';
import { dayIn } from '@quayside/runtime';
import { periodOf } from '../domain/sales-period.ts';
import type { SalesReads } from '../usecases/sales.ts';
import { contract } from './contract.ts';

const head = ['day', 'currency', 'orders', 'paid', 'cancelled', 'revenue', 'refunded', 'units', 'returned'];

const lineOf = (
  { day, orders, paid, cancelled, revenue, refunded, units, returned }: SalesDay,
  currency: string,
): string => {
  const [earned, gone] = [revenue, refunded].map((amount) => Number(asDecimal({ amount, currency })));
  return csvLine([day, currency, orders, paid, cancelled, earned ?? 0, gone ?? 0, units, returned]);
};

/** How the shop sells, for those who run it. */
export const serveSales = (
  api: Api,
  { reads, timeZone, now }: { reads: SalesReads; timeZone: string; now: () => Date },
): void => {
  const report = (query: SalesQuery) => reads.report(periodOf(query, dayIn(timeZone, now())), query.currency);
  api.serve(contract, {
    readSales: async ({ query }) => ok({ ...(await report(query)), timeZone }),
    exportSales: async ({ query, res }) => {
      const { from, to, currency, days } = await report(query);
      res.writeHead(200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="sales-${from}-${to}-${currency}.csv"`,
        'cache-control': 'no-store',
      });
      res.end([csvLine(head), ...days.map((day) => lineOf(day, currency))].join(''));
      return undefined;
    },
  });
};
