import type { VisitStep } from '@quayside/contracts';
import { callApi } from './call-api.ts';

/** The server counts a step once a day; asking it more often than this tells it nothing new. */
const againAfterMs = 3_600_000;
const toldAt = new Map<VisitStep, number>();

/** A page that is made ready ahead of its reader, or in a tab behind, is seen once it is shown. */
const onceShown = (then: () => void): (() => void) => {
  const look = () => {
    if (document.visibilityState !== 'visible') return;
    document.removeEventListener('visibilitychange', look);
    then();
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => document.removeEventListener('visibilitychange', look);
};

/** Tells how far the visitor came. Nothing is kept in the browser, and nobody waits for it. @returns takes it back */
export const noteStep = (step: VisitStep): (() => void) =>
  onceShown(() => {
    const now = Date.now();
    if (now - (toldAt.get(step) ?? 0) < againAfterMs) return;
    toldAt.set(step, now);
    void callApi('POST /api/v1/visits', { body: { step } }, { keepalive: true });
  });
