import type { Metadata } from 'next';
import { readImports } from '../../../api/server/imports.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { ImportTable } from '../../../features/admin/imports/import-table.tsx';
import { readTableQuery, type AskedParams } from '../../../features/admin/table/table-query.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';

export const metadata: Metadata = { title: 'Imports' };

const ImportsPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const query = readTableQuery(await searchParams, { sorts: [] });
  return (
    <>
      <AdminHeading flag="I" title="Imports" about="Products from files, checked before anything changes">
        <AppLink href="/admin/imports/new" className={button('primary')}>
          New import
        </AppLink>
      </AdminHeading>
      <ImportTable page={orThrow(await readImports(query.page))} query={query} />
    </>
  );
};

export default ImportsPage;
