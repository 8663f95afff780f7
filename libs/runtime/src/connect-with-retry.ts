import { backoffMs } from './backoff.ts';
import type { Logger } from './logger.ts';

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
      await pause(backoffMs(attempt, 200), options.signal);
    }
  }
  return undefined;
};
