import { backoffMs, type Logger } from '@quayside/runtime';

export interface RelayLoop {
  start(): void;
  wake(): void;
  close(): Promise<void>;
}

/**
 * Calls `pass` again and again. It answers how many milliseconds to wait at most before the next call; `wake` ends
 * the wait early. A failing pass is tried again with backoff; its first failure in a row is logged, then every tenth.
 */
export const createRelayLoop = (options: {
  name: string;
  logger: Logger;
  pass: () => Promise<number>;
}): RelayLoop => {
  const { name, logger, pass } = options;
  let running: Promise<void> | undefined;
  let stopping = false;
  let woken = false;
  let backingOff = false;
  let endWait: (() => void) | undefined;

  const wait = async (ms: number): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    endWait = resolve;
    await promise;
    clearTimeout(timer);
    endWait = undefined;
  };

  const run = async (): Promise<void> => {
    for (let failures = 0; !stopping;) {
      woken = false;
      try {
        const pauseMs = await pass();
        if (failures > 0) logger.info({ relay: name, failures }, 'outbox relay works again');
        failures = 0;
        if (pauseMs > 0 && !woken && !stopping) await wait(pauseMs);
      } catch (error) {
        if (stopping) return;
        failures += 1;
        if (failures % 10 === 1)
          logger.warn({ relay: name, failures, err: error }, 'outbox relay failed, retrying');
        backingOff = true;
        await wait(Math.max(100, backoffMs(failures, 100, 2000)));
        backingOff = false;
      }
    }
  };

  return {
    start: () => void (running ??= run()),
    wake: () => {
      woken = true;
      // During an outage each commit wakes; that must not end the backoff.
      if (!backingOff) endWait?.();
    },
    close: async () => {
      stopping = true;
      endWait?.();
      await running;
    },
  };
};
