/** How long to wait before start number `attempt` (1 is the first one after a crash): 0.5 s, doubling up to 10 s. */
export function restartDelayMs(attempt: number): number {
  return Math.min(500 * 2 ** (attempt - 1), 10_000);
}

/** A process that ran for this long starts its count of crashes anew. */
export const steadyAfterMs = 30_000;
