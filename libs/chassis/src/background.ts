import { connectWithRetry, createLoop, type Closeable, type Logger } from '@quayside/runtime';

/** What runs beside requests and events: a loop, a feed, a timer. */
export interface Background extends Closeable {
  /** Begins, and returns at once. */
  start(): void | Promise<void>;
}

/** One that is told its name, for the log. */
export type NamedBackground = (as: { name: string; logger: Logger }) => Background;

/**
 * Runs `work` each time `everyMs` after the run before ended. One that fails is logged, and tried again with backoff.
 */
export const periodically =
  ({ everyMs, work }: { everyMs: number; work: () => Promise<unknown> }): NamedBackground =>
  ({ name, logger }) =>
    createLoop({ name, logger, firstAfterMs: everyMs, pass: () => work().then(() => everyMs) });

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
