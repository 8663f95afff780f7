import type { StockTakeQuery } from '@quayside/contracts';
import type { Metadata } from 'next';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { readStockTakes } from '../../../../api/server/stock-takes.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { StockTakeTable } from '../../../../features/admin/stock/counts/stock-take-table.tsx';
import { readTableQuery, type AskedParams } from '../../../../features/admin/table/table-query.ts';
import { AppLink } from '../../../../ui/app-link.tsx';
import { button } from '../../../../ui/button.ts';

export const metadata: Metadata = { title: 'Counts' };

const CountsPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const query = readTableQuery(await searchParams, { sorts: [], filters: { state: ['open', 'booked'] } });
  const found = orThrow(
    await readStockTakes({
      page: query.page,
      pageSize: 25,
      ...(query.q && { q: query.q }),
      ...(query.filters as Pick<StockTakeQuery, 'state'>),
    }),
  );
  return (
    <>
      <AdminHeading
        flag="S"
        title="Counts"
        about="What is on the shelf, counted while sales go on"
        back={{ href: '/admin/stock', label: 'Stock' }}
      >
        <AppLink href="/admin/stock/counts/new" className={button('primary')}>
          New count
        </AppLink>
      </AdminHeading>
      <StockTakeTable page={found} query={query} />
    </>
  );
};

export default CountsPage;
