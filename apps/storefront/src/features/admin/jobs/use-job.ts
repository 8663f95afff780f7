'use client';

import type { Job } from '@quayside/contracts';
import { useEffect, useState } from 'react';
import { fetchJob } from '../../../api/browser/jobs.ts';

const pollMs = 700;

/** A job as it goes on, asked again and again until it is done. */
export const useJob = (first: Job) => {
  const [job, setJob] = useState(first);
  const { id, isDone } = job;
  useEffect(() => {
    if (isDone) return;
    let isHere = true;
    const ask = async () => {
      const result = await fetchJob(id);
      if (isHere && result.ok) setJob(result.data);
    };
    const timer = setInterval(() => void ask(), pollMs);
    return () => {
      isHere = false;
      clearInterval(timer);
    };
  }, [id, isDone]);
  return { job, setJob };
};
