import type { OpenStore } from '@quayside/messaging';
import { connectWithRetry, type Closeable, type Logger } from '@quayside/runtime';

/**
 * Runs `start` as soon as the store is as the code needs it: an event met without its tables would end among the dead
 * letters. Returns at once; closing ends the wait, and waits for `start`.
 */
export const oncePrepared = (
  store: Pick<OpenStore<unknown, unknown>, 'name' | 'prepare'>,
  logger: Logger,
  start: () => Promise<void>,
): Closeable => {
  const stopping = new AbortController();
  const prepare = async () => {
    await store.prepare();
    return true;
  };
  const started = connectWithRetry(store.name, prepare, { logger, signal: stopping.signal }).then(
    (isPrepared) => (isPrepared && !stopping.signal.aborted ? start() : undefined),
  );
  return {
    close: async () => {
      stopping.abort();
      await started;
    },
  };
};
