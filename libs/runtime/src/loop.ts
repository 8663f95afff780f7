import { backoffMs } from './backoff.ts';
import type { Logger } from './logger.ts';

export interface Loop {
  start(): void;
  /** Passes at the latest in so many milliseconds, or at once; while it backs off after a failure, not sooner. */
  wake(inMs?: number): void;
  /** Ends the wait, and waits for the pass under way. */
  close(): Promise<void>;
}

/** A timer takes no longer wait; a longer one is made of several. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * Calls `pass` again and again. It answers how many milliseconds to wait at most before the next call; `wake` shortens
 * the wait. A failing pass is tried again with backoff; its first failure in a row is logged, then every tenth.
 *
 * @param options.name as the log shall call it: "<name> failed, retrying"
 * @param options.firstAfterMs the wait before the first pass
 */
export const createLoop = (options: {
  name: string;
  logger: Logger;
  pass: () => Promise<number>;
  firstAfterMs?: number;
}): Loop => {
  const { name, logger, pass, firstAfterMs = 0 } = options;
  let running: Promise<void> | undefined;
  let stopping = false;
  let backingOff = false;
  let nextPassAt = 0;
  let endWait: (() => void) | undefined;

  const passIn = (ms: number): void => void (nextPassAt = Math.min(nextPassAt, performance.now() + ms));

  const waitForNextPass = async (): Promise<void> => {
    for (let ms = nextPassAt - performance.now(); ms > 0 && !stopping; ms = nextPassAt - performance.now()) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, Math.min(ms, longestTimerMs));
      endWait = resolve;
      await promise;
      clearTimeout(timer);
      endWait = undefined;
    }
  };

  const run = async (): Promise<void> => {
    nextPassAt = performance.now() + firstAfterMs;
    for (let failures = 0; !stopping;) {
      await waitForNextPass();
      if (stopping) return;
      backingOff = false;
      // A wake during the pass shortens the wait after it.
      nextPassAt = Number.POSITIVE_INFINITY;
      try {
        passIn(await pass());
        if (failures > 0) logger.info({ failures }, `${name} works again`);
        failures = 0;
      } catch (error) {
        failures += 1;
        if (!stopping && failures % 10 === 1) {
          logger.warn({ failures, err: error }, `${name} failed, retrying`);
        }
        // During an outage each commit wakes; that must not end the backoff.
        backingOff = true;
        nextPassAt = performance.now() + backoffMs(failures, 200, 2000);
      }
    }
  };

  return {
    start: () => void (running ??= run()),
    wake: (inMs = 0) => {
      if (backingOff) return;
      passIn(inMs);
      endWait?.();
    },
    close: async () => {
      stopping = true;
      endWait?.();
      await running;
    },
  };
};
