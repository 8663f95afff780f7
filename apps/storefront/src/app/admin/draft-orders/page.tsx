import type { DraftOrderState } from '@quayside/contracts';
import type { Metadata } from 'next';
import { readDraftOrders } from '../../../api/server/draft-orders.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { DraftOrderTable } from '../../../features/admin/draft-orders/draft-order-table.tsx';
import { draftStates } from '../../../features/admin/draft-orders/draft-state-mark.tsx';
import { readTableQuery, type AskedParams } from '../../../features/admin/table/table-query.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';

export const metadata: Metadata = { title: 'Draft orders' };

const DraftOrdersPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const query = readTableQuery(await searchParams, {
    sorts: ['changed'],
    filters: { state: Object.keys(draftStates) },
  });
  const { q, sort, page, filters } = query;
  const found = orThrow(
    await readDraftOrders({
      page,
      pageSize: 25,
      ...(q && { q }),
      ...(sort && { sort }),
      ...(filters['state'] && { state: filters['state'] as DraftOrderState }),
    }),
  );
  return (
    <>
      <AdminHeading
        flag="D"
        title="Draft orders"
        about="Orders on the phone: written down here, paid by the buyer by a link. Kept for thirty days."
      >
        <AppLink href="/admin/draft-orders/new" className={button('primary')}>
          New draft
        </AppLink>
      </AdminHeading>
      <DraftOrderTable page={found} query={query} />
    </>
  );
};

export default DraftOrdersPage;
