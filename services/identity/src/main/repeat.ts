import type { Closeable, Logger } from '@quayside/runtime';

/** Runs `work` now and then, each time `everyMs` after the one before ended; a failure is logged, not fatal. */
export const repeat = (
  name: string,
  everyMs: number,
  work: () => Promise<unknown>,
  logger: Logger,
): Closeable => {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let closed = false;
  const run = async (): Promise<void> => {
    await work().catch((error: unknown) => logger.warn({ err: error, job: name }, 'a periodic job failed'));
    schedule();
  };
  const schedule = (): void => {
    if (!closed) timer = setTimeout(() => (running = run()), everyMs);
  };
  schedule();
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
};
