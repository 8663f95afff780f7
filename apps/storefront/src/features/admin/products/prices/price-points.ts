import type { PriceChange } from '@quayside/contracts';

/** What a price was from a moment on, until the next. */
export interface PricePoint {
  /** Milliseconds. */
  readonly at: number;
  /** Minor units; null where it had no price. */
  readonly amount: number | null;
  readonly compareAt: number | null;
}

/**
 * The steps of one price, the oldest first, up to now.
 *
 * @param changes those of one variant in one currency, the newest first
 */
export const pricePoints = (changes: readonly PriceChange[], now: number): PricePoint[] => {
  const steps = changes.toReversed().map(({ at, to, compareAtTo }): PricePoint => ({
    at: Date.parse(at),
    amount: to ?? null,
    compareAt: compareAtTo ?? null,
  }));
  const [oldest, latest] = [changes.at(-1), steps.at(-1)];
  if (!oldest || !latest) return [];
  // Before the oldest change that is known the price was what that changed from, since nobody knows when.
  const before: PricePoint[] =
    oldest.from === undefined
      ? []
      : [
          {
            at: Date.parse(oldest.at) - Math.max(86_400_000, (now - Date.parse(oldest.at)) / 10),
            amount: oldest.from,
            compareAt: oldest.compareAtFrom ?? null,
          },
        ];
  return [...before, ...steps, { ...latest, at: Math.max(now, latest.at) }];
};
