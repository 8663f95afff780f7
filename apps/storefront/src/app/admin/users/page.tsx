import { staffRole } from '@quayside/contracts';
import type { Metadata } from 'next';
import { orThrow } from '../../../api/server/or-throw.ts';
import { readUsers } from '../../../api/server/users.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { readTableQuery, type AskedParams } from '../../../features/admin/table/table-query.ts';
import { UserTable } from '../../../features/admin/users/user-table.tsx';

export const metadata: Metadata = { title: 'Users and roles' };

const roles = ['any', ...staffRole.options] as const;

const UsersPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const query = readTableQuery(await searchParams, {
    sorts: ['name', 'registered'],
    filters: { role: roles },
  });
  const { q, sort, page, filters } = query;
  const found = orThrow(
    await readUsers({
      page,
      pageSize: 25,
      ...(q && { q }),
      ...(sort && { sort }),
      ...(filters['role'] && { role: filters['role'] as (typeof roles)[number] }),
    }),
  );
  return (
    <>
      <AdminHeading
        flag="W"
        title="Users and roles"
        about="Who is on the staff. Anybody with an account can be: find them, and give them a role"
      />
      <UserTable page={found} query={query} />
    </>
  );
};

export default UsersPage;
