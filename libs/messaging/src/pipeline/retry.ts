import { setTimeout as pause } from 'node:timers/promises';
import { backoffMs, type Logger } from '@quayside/runtime';

export interface RetryPolicy {
  readonly attempts: number;
  readonly baseMs: number;
  readonly maxMs: number;
}

/** All attempts failed; `cause` is the last failure. */
export class AttemptsExhausted extends Error {
  override readonly name = 'AttemptsExhausted';
  readonly attempts: number;

  constructor(attempts: number, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.attempts = attempts;
  }
}

/** The process stops; nothing is known to be wrong with the message. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/**
 * Calls `attempt` until it succeeds, a bounded number of times with backoff and jitter. Every kind of failure is
 * tried again: a version conflict or a bug that shows once in a while heals too.
 *
 * @throws AttemptsExhausted, Interrupted
 */
export const retry = async (
  policy: RetryPolicy,
  { signal, logger }: { signal: AbortSignal; logger: Logger },
  attempt: (count: number) => Promise<void>,
): Promise<void> => {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt(count);
    } catch (error) {
      if (signal.aborted) throw new Interrupted('stopping', { cause: error });
      if (count >= policy.attempts) throw new AttemptsExhausted(count, error);
      logger.debug({ err: error, attempt: count }, 'handler failed, retrying');
    }
    await pause(backoffMs(count, policy.baseMs, policy.maxMs), undefined, { signal }).catch(() => {
      throw new Interrupted('stopping');
    });
  }
};
