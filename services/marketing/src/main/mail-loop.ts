import { AsyncLocalStorage } from 'node:async_hooks';
import type { Closeable, Logger } from '@quayside/runtime';

export interface MailLoop extends Closeable {
  start(): void;
  /** There may be something to send: look now instead of at the next poll. */
  wake(): void;
}

/** Runs `sendDue` when woken and every `pollMs`, one run at a time; a failing run is logged and the next one comes. */
export const createMailLoop = (options: {
  sendDue: (signal: AbortSignal) => Promise<void>;
  pollMs: number;
  logger: Logger;
}): MailLoop => {
  const { sendDue, pollMs, logger } = options;
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let wanted = false;

  // A run sends what is due for anybody, so it must not go on in the trace of the event that woke it.
  const apart = AsyncLocalStorage.snapshot();

  const run = async (): Promise<void> => {
    do {
      wanted = false;
      await sendDue(stopping.signal).catch((error: unknown) => {
        logger.warn({ err: error }, 'the mail queue is out of reach');
      });
    } while (wanted && !stopping.signal.aborted);
    running = undefined;
    if (!stopping.signal.aborted) timer = setTimeout(wake, pollMs);
  };

  const wake = (): void => {
    if (stopping.signal.aborted) return;
    wanted = true;
    clearTimeout(timer);
    running ??= apart(run);
  };

  return {
    start: wake,
    wake,
    close: async () => {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
};
