import type { Metadata } from 'next';
import { readCustomers } from '../../../api/server/customers.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { CustomerTable } from '../../../features/admin/customers/customer-table.tsx';
import { readTableQuery, type AskedParams } from '../../../features/admin/table/table-query.ts';

export const metadata: Metadata = { title: 'Customers' };

const CustomersPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const query = readTableQuery(await searchParams, {
    sorts: ['name', 'registered', 'orders', 'last-order'],
    filters: { state: ['active', 'disabled'] },
  });
  const { q, sort, page, filters } = query;
  const found = orThrow(
    await readCustomers({
      page,
      pageSize: 25,
      ...(q && { q }),
      ...(sort && { sort }),
      ...(filters['state'] && { state: filters['state'] as 'active' | 'disabled' }),
    }),
  );
  return (
    <>
      <AdminHeading flag="Q" title="Customers" about="Who shops here. Whom you look at is on record" />
      <CustomerTable page={found} query={query} />
    </>
  );
};

export default CustomersPage;
