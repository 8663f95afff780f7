'use client';

import type { Job } from '@quayside/contracts';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { retryJob, undoJob } from '../../../api/browser/jobs.ts';
import type { Result } from '../../../api/result.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';
import { LocalTime } from '../../../ui/local-time.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWaking } from '../../../ui/use-waking.ts';
import { importOf, jobState, seenBefore } from './job-words.ts';
import { useJob } from './use-job.ts';

const Figure = ({ label, value }: { label: string; value: number }) => (
  <div className="border-l border-rule-strong pl-3">
    <dt className="marginalia text-ink-soft">{label}</dt>
    <dd className="figures text-2xl">{value}</dd>
  </div>
);

/** How far a job is, what of it failed, and what can be done about it. */
export const JobView = ({ rendered }: { rendered: Job }) => {
  const { job, setJob } = useJob(rendered);
  const router = useRouter();
  const waking = useWaking();
  const [trouble, setTrouble] = useState<string>();
  const imported = importOf(job.input);
  const seen = seenBefore(job);
  const settled = job.done + job.unchanged + job.failed;
  const take = async (asked: Promise<Result<Job>>, then: (job: Job) => void) => {
    const result = await asked;
    if (result.ok) then(result.data);
    else setTrouble(result.problem.detail ?? result.problem.title);
  };
  return (
    <div className="max-w-3xl space-y-8">
      <section aria-label="Progress" className="space-y-4">
        <p role="status" className="text-lg font-semibold">
          {jobState(job)}
        </p>
        <progress aria-label="Progress" max={job.total} value={settled} className="h-4 w-full accent-glass" />
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          <Figure label="In all" value={job.total} />
          <Figure label="Changed" value={job.done} />
          <Figure label="Nothing to do" value={job.unchanged} />
          <Figure label="Failed" value={job.failed} />
        </dl>
        {seen !== undefined && (
          <p>
            {job.total.toLocaleString('en-US')} were found when it began, {seen.toLocaleString('en-US')} when
            they were looked at.
          </p>
        )}
        <p className="text-sm text-ink-soft">
          Begun by {job.actor.name ?? 'somebody who left'}, <LocalTime at={job.createdAt} />
          {job.finishedAt && (
            <>
              ; done <LocalTime at={job.finishedAt} />
            </>
          )}
        </p>
      </section>
      {imported && (
        <p>
          <AppLink href={`/admin/imports/${imported.importId}`} className={button('quiet')}>
            To the import, with what is wrong row by row
          </AppLink>
        </p>
      )}
      {job.faults.length > 0 && !imported && (
        <section aria-labelledby="faults">
          <h2 id="faults" className="mb-3 text-2xl">
            What failed
          </h2>
          <ul className="divide-y divide-rule border-y border-rule">
            {job.faults.map(({ position, entityId, detail }) => (
              <li key={position} className="grid gap-x-4 py-2.5 sm:grid-cols-[9rem_minmax(0,1fr)]">
                <AppLink
                  href={`/admin/products/${entityId}`}
                  className="font-semibold underline decoration-rule-strong underline-offset-4 hover:decoration-ink"
                >
                  Product {entityId}
                </AppLink>
                <span className="wrap-anywhere">{detail}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {trouble && <Notice look="trouble" live title={trouble} />}
      {job.isDone && !imported && (
        <div className="flex flex-wrap gap-3 border-t border-rule pt-5">
          {job.failed > 0 && (
            <button
              type="button"
              className={button('primary')}
              onClick={() => void take(retryJob(job.id), setJob)}
              {...waking}
            >
              Do again what failed
            </button>
          )}
          {job.done > 0 && job.kind === 'products-change' && (
            <button
              type="button"
              className={button('quiet')}
              onClick={() => void take(undoJob(job.id), ({ id }) => router.push(`/admin/jobs/${id}`))}
              {...waking}
            >
              Undo
            </button>
          )}
          <AppLink href="/admin/products" className={button('bare', 'px-2')}>
            To the products
          </AppLink>
        </div>
      )}
    </div>
  );
};
