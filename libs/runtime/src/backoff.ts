/**
 * Milliseconds to wait after failure number `attempt` (from 1): doubles from `baseMs` up to `maxMs`. Half of it is
 * chance, so that what failed together does not come back together, and half is not, so that nobody hurries.
 */
export const backoffMs = (attempt: number, baseMs = 100, maxMs = 5000): number =>
  Math.round(Math.min(maxMs, baseMs * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2));
