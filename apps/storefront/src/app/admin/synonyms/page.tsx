import type { Metadata } from 'next';
import { orThrow } from '../../../api/server/or-throw.ts';
import { readSynonyms } from '../../../api/server/synonyms.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { SynonymTable } from '../../../features/admin/synonyms/synonym-table.tsx';
import { readTableQuery, type AskedParams } from '../../../features/admin/table/table-query.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';

export const metadata: Metadata = { title: 'Synonyms' };

const SynonymsPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const query = readTableQuery(await searchParams, { sorts: ['phrase', 'changed'] });
  const { q, sort, page } = query;
  const found = orThrow(await readSynonyms({ page, pageSize: 25, ...(q && { q }), ...(sort && { sort }) }));
  return (
    <>
      <AdminHeading flag="Y" title="Synonyms" about="What means the same to the search of the shop">
        <AppLink href="/admin/synonyms/new" className={button('primary')}>
          New group
        </AppLink>
      </AdminHeading>
      <SynonymTable page={found} query={query} />
    </>
  );
};

export default SynonymsPage;
