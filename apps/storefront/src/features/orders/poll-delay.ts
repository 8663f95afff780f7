const firstMs = 400;
const longestWaitMs = 10_000;
const fallbackMs = 20_000;

/** Milliseconds until the next look: soon and then rarer where no events tell of the order, rare where they do. */
export const nextDelay = (asked: number, hasEvents: boolean): number =>
  hasEvents ? fallbackMs : Math.min(longestWaitMs, Math.round(firstMs * 1.6 ** Math.min(asked, 20)));
