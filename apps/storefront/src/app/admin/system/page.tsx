import type { Metadata } from 'next';
import { readJobs } from '../../../api/server/jobs.ts';
import { orThrow } from '../../../api/server/or-throw.ts';
import { readSystem } from '../../../api/server/system.ts';
import { AdminHeading } from '../../../features/admin/admin-heading.tsx';
import { Section } from '../../../features/admin/section.tsx';
import { BacklogTable } from '../../../features/admin/system/backlog-table.tsx';
import { KeepFresh } from '../../../features/admin/system/keep-fresh.tsx';
import { PartTable } from '../../../features/admin/system/part-table.tsx';
import { RunningJobs } from '../../../features/admin/system/running-jobs.tsx';

export const metadata: Metadata = { title: 'System' };

const SystemPage = async () => {
  const [system, jobs] = await Promise.all([readSystem(), readJobs(1)]);
  const { parts } = orThrow(system);
  return (
    <>
      <AdminHeading
        flag="L"
        title="System"
        about="How each part of the shop is, as the gateway sees it. Of a part with several processes one answers"
      >
        <KeepFresh />
      </AdminHeading>
      <Section title="Parts">
        <PartTable parts={parts} />
      </Section>
      <Section title="What waits">
        <BacklogTable parts={parts} />
      </Section>
      <Section title="Jobs under way">
        <RunningJobs jobs={jobs.ok ? jobs.data.items.filter(({ isDone }) => !isDone) : undefined} />
      </Section>
    </>
  );
};

export default SystemPage;
