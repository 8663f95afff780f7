import type { Shop } from './shop.ts';

export interface Outcome {
  ok: boolean;
  /** What was measured and seen, one fact each. */
  lines: string[];
}

export interface Context {
  shop: Shop;
  /** Items with stock enough for the whole run. */
  itemIds: readonly number[];
  say(line: string): void;
}

/** One thing to show. What it breaks it brings back before it returns. */
export type Step = (context: Context) => Promise<Outcome>;
