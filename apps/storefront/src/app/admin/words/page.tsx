import { wordUse, type WordUse } from '@quayside/contracts';
import type { Metadata } from 'next';
import { orThrow } from '../../../api/server/or-throw.ts';
import { readWords } from '../../../api/server/words.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { readTableQuery, type AskedParams } from '../../../features/admin/table/table-query.ts';
import { WordTable } from '../../../features/admin/words/word-table.tsx';

export const metadata: Metadata = { title: 'Words' };

const WordsPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const query = readTableQuery(await searchParams, {
    sorts: ['term', 'german', 'changed'],
    filters: { german: ['true', 'false'], use: wordUse.options },
  });
  const { q, sort, page, filters } = query;
  const found = orThrow(
    await readWords({
      page,
      pageSize: 25,
      ...(q && { q }),
      ...(sort && { sort }),
      ...(filters['german'] && { german: filters['german'] as 'true' | 'false' }),
      ...(filters['use'] && { use: filters['use'] as WordUse }),
    }),
  );
  return (
    <>
      <AdminHeading flag="E" title="Words" about="What attributes, options and tags are called in German" />
      <WordTable page={found} query={query} />
    </>
  );
};

export default WordsPage;
