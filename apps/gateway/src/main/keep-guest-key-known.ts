import { connectWithRetry, type Closeable, type Logger } from '@quayside/runtime';

const everyMs = 24 * 3600 * 1000;

/** Hands the key of guests to Identity at the start, and every day, as one restored from a backup may not know it. */
export const keepGuestKeyKnown = (options: { publish: () => Promise<void>; logger: Logger }): Closeable => {
  const stopping = new AbortController();
  const hand = () =>
    connectWithRetry('identity, for the key of guests', options.publish, {
      logger: options.logger,
      signal: stopping.signal,
    });
  let running = hand();
  const timer = setInterval(() => (running = hand()), everyMs);
  return {
    close: async () => {
      stopping.abort();
      clearInterval(timer);
      await running;
    },
  };
};
