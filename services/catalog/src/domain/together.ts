const dayMs = 24 * 60 * 60 * 1000;
const beginning = Date.parse('2026-01-01T00:00:00Z');
const halvedAfterMs = 90 * dayMs;

/** Of one order, more products say less of any two of them, and cost more to count. */
export const countedProductsAtMost = 12;
/** Less than two orders of late is chance. */
const enough = 1.5;
/** Orders that weigh so little have nothing to say any more. */
const forgotten = 0.05;

/**
 * What an order of a moment weighs: twice as much as one of 90 days before. Since it is what is new that weighs more, sums
 * need no aging, and compare whenever they were last added to. Fits a double for two hundred years.
 */
export const weightOf = (at: Date): number => 2 ** ((at.getTime() - beginning) / halvedAfterMs);

/** What two products have to weigh to be shown together now. */
export const leastShown = (now: Date): number => enough * weightOf(now);

/** What is dropped that weighs less. */
export const leastKept = (now: Date): number => forgotten * weightOf(now);
