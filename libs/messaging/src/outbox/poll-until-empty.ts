import { setTimeout as pause } from 'node:timers/promises';

/** Resolves when `isEmpty` says so; rejects after `deadlineMs`, naming the outbox. */
export const pollUntilEmpty = async (
  name: string,
  isEmpty: () => Promise<boolean>,
  deadlineMs = 15_000,
): Promise<void> => {
  const deadline = Date.now() + deadlineMs;
  while (!(await isEmpty())) {
    if (Date.now() > deadline) throw new Error(`${name} was not drained within ${deadlineMs} ms`);
    await pause(10);
  }
};
