import type { Metadata } from 'next';
import { readJobs } from '../../../api/server/jobs.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { JobTable } from '../../../features/admin/jobs/job-table.tsx';
import { readTableQuery, type AskedParams } from '../../../features/admin/table/table-query.ts';

export const metadata: Metadata = { title: 'Jobs' };

const JobsPage = async ({ searchParams }: { searchParams: Promise<AskedParams> }) => {
  const query = readTableQuery(await searchParams, { sorts: [] });
  return (
    <>
      <AdminHeading flag="J" title="Jobs" about="Long work: how far it is, and what of it failed" />
      <JobTable page={orThrow(await readJobs(query.page))} query={query} />
    </>
  );
};

export default JobsPage;
