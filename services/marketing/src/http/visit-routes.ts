import type { FunnelQuery } from '@quayside/contracts';
import { csvLine, noContent, ok, type Api } from '@quayside/http';
import { dayIn } from '@quayside/runtime';
import { periodOf } from '../domain/sales-period.ts';
import type { Visits } from '../usecases/visits.ts';
import { contract } from './contract.ts';

const columns = ['day', 'visits', 'baskets', 'checkouts', 'paid'] as const;

/** How many of those who look also buy, for those who run the shop. */
export const serveVisits = (
  api: Api,
  { visits, timeZone, now }: { visits: Visits; timeZone: string; now: () => Date },
): void => {
  const funnel = (query: FunnelQuery) => visits.funnel(periodOf(query, dayIn(timeZone, now())));
  api.serve(contract, {
    readFunnel: async ({ query }) => ok({ ...(await funnel(query)), timeZone }),
    exportFunnel: async ({ query, res }) => {
      const { from, to, days } = await funnel(query);
      res.writeHead(200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="funnel-${from}-${to}.csv"`,
        'cache-control': 'no-store',
      });
      res.end(
        [csvLine([...columns]), ...days.map((day) => csvLine(columns.map((name) => day[name])))].join(''),
      );
      return undefined;
    },
    keepVisits: async ({ body }) => {
      await visits.keep(body);
      return noContent();
    },
  });
};
