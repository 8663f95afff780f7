import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ok, type Api } from '@quayside/http';
import type { AuditActor } from '@quayside/runtime';
import type { StaffOrderReads } from '../usecases/staff-order-reads.ts';
import { contract } from './contract.ts';
import { orderCsv } from './order-csv.ts';
import { staffOrderRow } from './staff-order-row.ts';

/** The staff's list of orders, as pages and as a file. */
export const serveOrderLists = (
  api: Api,
  deps: {
    reads: StaffOrderReads;
    /** That somebody took a copy is in the audit log. */
    recordExport: (by: AuditActor, filters: readonly string[]) => Promise<void>;
    now: () => Date;
  },
): void => {
  const { reads, recordExport, now } = deps;
  api.serve(contract, {
    listAllOrders: async ({ query }) => {
      const { page, pageSize } = query;
      const { orders, totals, ...counted } = await reads.page(query);
      return ok({
        items: orders.map((order) => staffOrderRow(order, now())),
        ...{ page, pageSize, ...counted },
        ...(totals && {
          totals: totals.map(({ orders: count, amount, currency }) => ({
            orders: count,
            total: { amount, currency },
          })),
        }),
      });
    },
    exportOrders: async ({ query, principal, res, signal }) => {
      const { id, name } = principal;
      await recordExport({ id, name }, Object.keys(query));
      res.writeHead(200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="orders-${now().toISOString().slice(0, 10)}.csv"`,
        'cache-control': 'no-store',
      });
      const lines = Readable.from(orderCsv(reads.all(query), now()));
      await pipeline(lines, res, { signal }).catch((error: unknown) => {
        // Whoever has gone away has no use for the rest.
        if (!signal.aborted) throw error;
      });
      return undefined;
    },
  });
};
