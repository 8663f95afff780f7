import type { ClaimedWork } from './due-work-queue.ts';

/** Remembers until when this process holds what it claimed. */
export const createLeases = (now: () => Date) => {
  const ends = new WeakMap<ClaimedWork, { at: number }>();
  return {
    endOf: (leaseMs: number): Date => new Date(now().getTime() + leaseMs),
    hold: <Kind extends string>(
      claimed: Omit<ClaimedWork<Kind>, 'isHeld'>,
      until: Date,
    ): ClaimedWork<Kind> => {
      const end = { at: until.getTime() };
      const work = { ...claimed, isHeld: () => now().getTime() < end.at };
      ends.set(work, end);
      return work;
    },
    /** @param until undefined when the claim is lost */
    extend: (work: ClaimedWork, until: Date | undefined): void => {
      const end = ends.get(work);
      if (end) end.at = until?.getTime() ?? 0;
    },
  };
};
