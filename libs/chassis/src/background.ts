import { connectWithRetry, type Closeable, type Logger } from '@quayside/runtime';

/** What runs beside requests and events: a loop, a feed, a timer. */
export interface Background extends Closeable {
  /** Begins, and returns at once. */
  start(): void | Promise<void>;
}

/** One that is told its name, for the log. */
export type NamedBackground = (as: { name: string; logger: Logger }) => Background;

/** Runs `work` each time `everyMs` after the run before ended; a failure is logged, and the next run comes. */
export const periodically =
  ({ everyMs, work }: { everyMs: number; work: () => Promise<unknown> }): NamedBackground =>
  ({ name, logger }) => {
    const stopping = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    let running: Promise<void> | undefined;

    const run = async (): Promise<void> => {
      await work().catch((error: unknown) => logger.warn({ err: error, job: name }, 'a periodic job failed'));
      schedule();
    };
    const schedule = (): void => {
      if (!stopping.signal.aborted) timer = setTimeout(() => (running = run()), everyMs);
    };

    return {
      start: schedule,
      close: async () => {
        stopping.abort();
        clearTimeout(timer);
        await running;
      },
    };
  };

/** Runs `work` until it succeeds once, with backoff. */
export const untilDone =
  ({ work }: { work: () => Promise<unknown> }): NamedBackground =>
  ({ name, logger }) => {
    const stopping = new AbortController();
    let running: Promise<unknown> | undefined;
    return {
      start: () => void (running = connectWithRetry(name, work, { logger, signal: stopping.signal })),
      close: async () => {
        stopping.abort();
        await running;
      },
    };
  };
