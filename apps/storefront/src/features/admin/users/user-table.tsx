'use client';

import type { AdminUser, AdminUserPage } from '@quayside/contracts';
import { LocalDay } from '../../../ui/local-day.tsx';
import type { Column } from '../table/column.ts';
import { ResourceTable } from '../table/resource-table.tsx';
import type { TableQuery } from '../table/table-query.ts';
import { roleWords } from './role-words.ts';
import { RoleMarks } from './role-marks.tsx';

const columns: readonly [Column<AdminUser>, ...Column<AdminUser>[]] = [
  {
    id: 'name',
    label: 'Name',
    sort: 'name',
    cell: ({ name }) => <span className="wrap-anywhere">{name}</span>,
  },
  {
    id: 'email',
    label: 'E-mail address',
    cell: ({ email }) => <span className="wrap-anywhere">{email}</span>,
  },
  {
    id: 'roles',
    label: 'Roles',
    cell: ({ roles, isDisabled }) => <RoleMarks roles={roles} isDisabled={isDisabled} />,
  },
  {
    id: 'registered',
    label: 'Registered',
    sort: 'registered',
    cell: ({ registeredAt }) => (
      <span className="whitespace-nowrap">
        <LocalDay at={registeredAt} />
      </span>
    ),
  },
];

export const UserTable = ({ page, query }: { page: AdminUserPage; query: TableQuery }) => (
  <ResourceTable
    base="/admin/users"
    noun="users"
    query={query}
    defaultSort="name"
    page={page}
    columns={columns}
    filters={[{ name: 'role', label: 'Role', choices: { any: 'Anybody on the staff', ...roleWords } }]}
    idOf={({ id }) => id}
    nameOf={({ name }) => name}
    hrefOf={({ id }) => `/admin/users/${id}`}
  />
);
