import { backoffMs } from '@quayside/runtime';

const firstPauseMs = 1000;
const longestPauseMs = 60_000;
const longestPauseOfStuckWorkMs = 3_600_000;

/** Work that failed so often, which takes a quarter of an hour, will hardly heal by itself. */
export const attemptsUntilStuck = 20;

/** Milliseconds until work is tried again whose `attempt` failed: up to a minute, and once it is stuck up to an hour. */
export const retryAfterMs = (attempt: number): number =>
  attempt < attemptsUntilStuck
    ? backoffMs(attempt, firstPauseMs, longestPauseMs)
    : backoffMs(attempt - attemptsUntilStuck + 1, longestPauseMs, longestPauseOfStuckWorkMs);
