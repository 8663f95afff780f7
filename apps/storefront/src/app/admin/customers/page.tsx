import { identityApi, requestFor } from '@quayside/contracts';
import type { Metadata } from 'next';
import { readCustomers } from '../../../api/server/customers.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { requireStaff } from '../../../api/server/session.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { SaveButton } from '../../../features/admin/step-up/save-button.tsx';
import { CustomerTable } from '../../../features/admin/customers/customer-table.tsx';
import { readTableQuery, type AskedParams } from '../../../features/admin/table/table-query.ts';

export const metadata: Metadata = { title: 'Customers' };

const CustomersPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const query = readTableQuery(await searchParams, {
    sorts: ['name', 'registered', 'orders', 'last-order'],
    filters: { state: ['active', 'disabled'] },
  });
  const { q, sort, page, filters } = query;
  const asked = {
    ...(q && { q }),
    ...(filters['state'] && { state: filters['state'] as 'active' | 'disabled' }),
  };
  const { roles } = await requireStaff('/admin/customers');
  const found = orThrow(await readCustomers({ page, pageSize: 25, ...asked, ...(sort && { sort }) }));
  return (
    <>
      <AdminHeading flag="Q" title="Customers" about="Who shops here. Whom you look at is on record">
        {roles.includes('admin') && (
          <SaveButton href={requestFor(identityApi.routes.exportCustomers, { query: asked }).path}>
            As CSV
          </SaveButton>
        )}
      </AdminHeading>
      <CustomerTable page={found} query={query} />
    </>
  );
};

export default CustomersPage;
