import type { StockQuery } from '@quayside/contracts';
import type { Metadata } from 'next';
import { orThrow } from '../../../api/server/or-throw.ts';
import { readStock } from '../../../api/server/stock.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { StockTable } from '../../../features/admin/stock/stock-table.tsx';
import { readTableQuery, type AskedParams } from '../../../features/admin/table/table-query.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';

export const metadata: Metadata = { title: 'Stock' };

const StockPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const query = readTableQuery(await searchParams, {
    sorts: ['sku', 'available'],
    filters: { level: ['low', 'out'] },
  });
  const { q, sort, page, filters } = query;
  const found = orThrow(
    await readStock({
      page,
      pageSize: 25,
      ...(q && { q }),
      ...(sort && { sort }),
      ...(filters as Pick<StockQuery, 'level'>),
    }),
  );
  return (
    <>
      <AdminHeading
        flag="S"
        title="Stock"
        about="What is on hand, what of it is reserved, and what is available"
      >
        <div className="flex flex-wrap gap-x-6 gap-y-3">
          <AppLink href="/admin/stock/counts" className={button('bare')}>
            Counts
          </AppLink>
          <AppLink href="/admin/stock/receive" className={button('primary')}>
            Receive a delivery
          </AppLink>
        </div>
      </AdminHeading>
      <StockTable page={found} query={query} />
    </>
  );
};

export default StockPage;
