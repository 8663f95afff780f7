const firstMs = 400;
const longestWaitMs = 10_000;
const fallbackMs = 20_000;

/** Milliseconds until the next look: soon and then rarer for an order not there yet, rare for one that sends events. */
export const nextDelay = (asked: number, isThere: boolean): number =>
  isThere ? fallbackMs : Math.min(longestWaitMs, Math.round(firstMs * 1.6 ** Math.min(asked, 20)));
