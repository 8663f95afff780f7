import type { ImportListQuery } from '@quayside/contracts';
import type { Metadata } from 'next';
import { readImports } from '../../../api/server/imports.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { importStates } from '../../../features/admin/imports/import-words.ts';
import { ImportTable } from '../../../features/admin/imports/import-table.tsx';
import { readTableQuery, type AskedParams } from '../../../features/admin/table/table-query.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';

export const metadata: Metadata = { title: 'Imports' };

const ImportsPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const query = readTableQuery(await searchParams, {
    sorts: [],
    filters: { state: Object.keys(importStates) },
  });
  const { q, page, filters } = query;
  const found = orThrow(
    await readImports({
      page,
      pageSize: 25,
      ...(q && { q }),
      ...(filters as Pick<ImportListQuery, 'state'>),
    }),
  );
  return (
    <>
      <AdminHeading flag="I" title="Imports" about="Products from files, checked before anything changes">
        <AppLink href="/admin/imports/new" className={button('primary')}>
          New import
        </AppLink>
      </AdminHeading>
      <ImportTable page={found} query={query} />
    </>
  );
};

export default ImportsPage;
