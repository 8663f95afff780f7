'use client';

import type { VisitStep } from '@quayside/contracts';
import { useEffect } from 'react';
import { noteStep } from '../../api/browser/visit-steps.ts';

/** Counts that somebody came to the page it is on, also where the page was made for somebody else. */
export const VisitMark = ({ step }: { step: VisitStep }) => {
  useEffect(() => noteStep(step), [step]);
  return null;
};
