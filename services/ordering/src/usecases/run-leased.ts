import type { ClaimedWork, DueWorkQueue } from './due-work-queue.ts';

const firstPauseMs = 1000;
const longestPauseMs = 60_000;
const longestPauseOfStuckWorkMs = 3_600_000;

/** Work that failed so often, which takes a quarter of an hour, will hardly heal by itself. */
export const attemptsUntilStuck = 20;

/**
 * When to try again after `attempt` failed: exponential up to a minute, and once it is stuck up to an hour; with jitter
 * so that many orders do not come back as one.
 */
const retryAt = (attempt: number, now: Date): Date => {
  const pause =
    attempt < attemptsUntilStuck
      ? Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1))
      : Math.min(longestPauseOfStuckWorkMs, longestPauseMs * 2 ** (attempt - attemptsUntilStuck));
  return new Date(now.getTime() + pause * (0.5 + Math.random() / 2));
};

/** Runs one piece of work under its lease: renewed while it runs, postponed when it fails. */
export const createRunLeased =
  (deps: {
    queue: DueWorkQueue;
    leaseMs: number;
    now: () => Date;
    onDone: (work: ClaimedWork) => void;
    onFailure: (work: ClaimedWork, error: unknown, until: Date) => void;
  }) =>
  (run: (work: ClaimedWork) => Promise<void>) =>
  async (work: ClaimedWork): Promise<void> => {
    const { queue, leaseMs } = deps;
    // A renewal that fails is tried again by the next one; when the lease ends meanwhile, `isHeld` says so.
    const renewal = setInterval(() => void queue.renew(work, leaseMs).catch(() => false), leaseMs / 3);
    try {
      await run(work);
      deps.onDone(work);
    } catch (error) {
      const until = retryAt(work.attempt, deps.now());
      deps.onFailure(work, error, until);
      await queue.postpone(work, until);
    } finally {
      clearInterval(renewal);
    }
  };
