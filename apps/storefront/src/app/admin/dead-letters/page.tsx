import { deadLetterState, listeners } from '@quayside/contracts';
import type { Metadata } from 'next';
import { readDeadLetters } from '../../../api/server/dead-letters.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { LetterTable } from '../../../features/admin/dead-letters/letter-table.tsx';
import { readTableQuery, type AskedParams } from '../../../features/admin/table/table-query.ts';

export const metadata: Metadata = { title: 'Dead letters' };

const groups = Object.keys(listeners).toSorted();

const DeadLettersPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const query = readTableQuery(await searchParams, {
    sorts: ['failed'],
    filters: { state: deadLetterState.options, group: groups },
  });
  const { q, sort, page, filters } = query;
  const found = orThrow(
    await readDeadLetters({
      page,
      pageSize: 25,
      ...(q && { q }),
      ...(sort && { sort }),
      ...(filters['state'] && { state: filters['state'] as 'open' }),
      ...(filters['group'] && { group: filters['group'] }),
    }),
  );
  return (
    <>
      <AdminHeading
        flag="U"
        title="Dead letters"
        about="Events that a service could not handle: what they stand for has not happened. Mend the cause, then send them again"
      />
      <LetterTable page={found} query={query} groups={groups} />
    </>
  );
};

export default DeadLettersPage;
