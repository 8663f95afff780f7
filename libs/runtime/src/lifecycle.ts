import { createHealth, type Health } from './health.ts';
import type { Logger } from './logger.ts';

export interface Closeable {
  close(): Promise<void>;
}

export interface Lifecycle {
  readonly health: Health;
  /** Whoever opens a resource adds it here; `stop` closes in reverse order. */
  add(name: string, resource: Closeable | (() => Promise<void>)): void;
  /** Not ready, then close all in reverse order. A failing close is logged and does not stop the rest. */
  stop(reason: string): Promise<void>;
}

/** @param options.deadlineMs after which the process exits with code 1 although something is still open. */
export const createLifecycle = (options: { logger: Logger; deadlineMs?: number }): Lifecycle => {
  const { logger, deadlineMs = 9000 } = options;
  const health = createHealth();
  const opened: { name: string; close: () => Promise<void> }[] = [];
  let stopping: Promise<void> | undefined;

  const closeAll = async (reason: string): Promise<void> => {
    health.setDraining();
    logger.info({ reason }, 'stopping');
    const deadline = setTimeout(() => {
      logger.error({ open: opened.map(({ name }) => name) }, 'not stopped in time, exiting');
      process.exit(1);
    }, deadlineMs);
    deadline.unref();
    for (let last = opened.at(-1); last; last = opened.at(-1)) {
      try {
        await last.close();
      } catch (error) {
        logger.error({ err: error, resource: last.name }, 'a resource did not close');
      }
      // Only now: what hangs is named at the deadline.
      opened.splice(opened.lastIndexOf(last), 1);
    }
    clearTimeout(deadline);
    logger.info('stopped');
  };

  return {
    health,
    add: (name, resource) => {
      opened.push({ name, close: typeof resource === 'function' ? resource : () => resource.close() });
    },
    stop: (reason) => (stopping ??= closeAll(reason)),
  };
};
