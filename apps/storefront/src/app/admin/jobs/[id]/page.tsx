import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readJob } from '../../../../api/server/jobs.ts';
import { orThrow } from '../../../../api/server/or-throw.ts';
import { AdminHeading } from '../../../../features/admin/admin-heading.tsx';
import { jobTitle } from '../../../../features/admin/jobs/job-words.ts';
import { JobView } from '../../../../features/admin/jobs/job-view.tsx';

export const metadata: Metadata = { title: 'Job' };

const JobPage = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  if (!/^[0-9a-f-]{36}$/.test(id)) notFound();
  const job = orThrow(await readJob(id));
  return (
    <>
      <AdminHeading flag="J" title={jobTitle(job)} back={{ href: '/admin/jobs', label: 'Jobs' }} />
      <JobView key={id} rendered={job} />
    </>
  );
};

export default JobPage;
