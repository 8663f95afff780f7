import type { DueWorkQueue } from './due-work-queue.ts';

/** The part of a queue that is the same in every store: who is told of work that became due. */
export const scheduleListeners = (): Pick<DueWorkQueue, 'scheduled' | 'onScheduled'> => {
  const listeners = new Set<(at: Date) => void>();
  return {
    scheduled: (at) => listeners.forEach((listener) => listener(at)),
    onScheduled: (listener) => void listeners.add(listener),
  };
};
