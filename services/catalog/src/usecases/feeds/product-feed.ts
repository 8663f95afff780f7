import type { FedProduct, FeedRules } from './google-item.ts';

/** What is sold, for feeds. */
export interface FeedProducts {
  /** Another one with every change of what a feed says. */
  tag(): Promise<string>;
  /** Some at a time, so that memory does not grow with the catalog. */
  all(language: FeedRules['language']): AsyncIterable<FedProduct>;
}

/** A version of a feed: its tag, and since when it is that, in whole seconds. */
export interface FeedVersion {
  readonly tag: string;
  readonly since: Date;
}

/**
 * Says since when a feed is what it is, as far as this process has seen. Rounded up, so that nobody who asks for what
 * changed since then misses a change in that second.
 */
export const createFeedVersions = ({
  products,
  now,
}: {
  products: Pick<FeedProducts, 'tag'>;
  now: () => Date;
}) => {
  let last: FeedVersion | undefined;
  return async (): Promise<FeedVersion> => {
    const tag = await products.tag();
    if (last?.tag !== tag) last = { tag, since: new Date(Math.ceil(now().getTime() / 1000) * 1000) };
    return last;
  };
};
