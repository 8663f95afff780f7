import type { Logger } from './logger.ts';

/** Milliseconds before try `attempt` (from 1): exponential with full jitter, so that replicas spread out. */
export const backoffMs = (attempt: number, baseMs = 100, maxMs = 5000): number =>
  Math.round(Math.random() * Math.min(maxMs, baseMs * 2 ** attempt));

const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });

/**
 * Calls `connect` until it succeeds, with backoff; a process starts without its dependencies and becomes ready
 * when they are there. Resolves to undefined if `signal` aborts first. Logs the first failure and every tenth.
 */
export const connectWithRetry = async <T>(
  name: string,
  connect: () => Promise<T>,
  options: { logger: Logger; signal?: AbortSignal },
): Promise<T | undefined> => {
  for (let attempt = 1; !options.signal?.aborted; attempt += 1) {
    try {
      const connected = await connect();
      if (attempt > 1) options.logger.info({ dependency: name, attempt }, 'dependency is there');
      return connected;
    } catch (error) {
      if (attempt % 10 === 1) {
        options.logger.warn(
          { dependency: name, attempt, err: error },
          'dependency is out of reach, retrying',
        );
      }
      await pause(Math.max(50, backoffMs(attempt)), options.signal);
    }
  }
  return undefined;
};
