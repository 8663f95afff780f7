import type { Job } from '@quayside/contracts';
import { AppLink } from '../../../ui/app-link.tsx';
import { jobTitle } from '../jobs/job-words.ts';

/** @param props.jobs undefined where whoever knows does not answer */
export const RunningJobs = ({ jobs }: { jobs: readonly Job[] | undefined }) => {
  if (!jobs) return <p className="text-ink-soft">Not known right now: catalog does not answer.</p>;
  if (jobs.length === 0) return <p className="text-ink-soft">None.</p>;
  return (
    <ul className="divide-y divide-rule border-y border-ink">
      {jobs.map((job) => (
        <li key={job.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2.5">
          <AppLink
            href={`/admin/jobs/${job.id}`}
            className="font-semibold underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
          >
            {jobTitle(job)}
          </AppLink>
          <span className="figures">
            {job.done + job.unchanged + job.failed} of {job.total}
          </span>
        </li>
      ))}
    </ul>
  );
};
