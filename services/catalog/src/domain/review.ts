import { StaleVersion } from './errors.ts';

export type ReviewState = 'pending' | 'published' | 'refused';

/** What somebody who bought a product says of it. */
export interface Review {
  readonly id: string;
  readonly product: {
    readonly id: number;
    readonly slug: string;
    /** In other languages, where they were asked for. */
    readonly slugs?: Readonly<Record<string, string>>;
    readonly name: string;
  };
  readonly author: string;
  readonly stars: number;
  readonly title: string;
  readonly body: string;
  /** Read by staff before it is shown. */
  readonly state: ReviewState;
  /** Why it is not shown. */
  readonly refusal: string | null;
  /** What the shop says to it. */
  readonly reply: string | null;
  readonly helpful: number;
  readonly writtenAt: Date;
  readonly changedAt: Date;
  readonly version: number;
}

export interface ReviewText {
  readonly stars: number;
  readonly title: string;
  readonly body: string;
  readonly author: string;
}

export type ReviewVerdict =
  { readonly state: 'published' } | { readonly state: 'refused'; readonly refusal: string };

const requireVersion = (review: Review, expectedVersion: number): void => {
  if (review.version !== expectedVersion) throw new StaleVersion(review);
};

/**
 * The review after staff decided on it; undefined where they had decided so.
 *
 * @throws {StaleVersion}
 */
export const decideReview = (
  review: Review,
  verdict: ReviewVerdict,
  expectedVersion: number,
): Review | undefined => {
  requireVersion(review, expectedVersion);
  const refusal = verdict.state === 'refused' ? verdict.refusal : null;
  if (review.state === verdict.state && review.refusal === refusal) return undefined;
  return { ...review, state: verdict.state, refusal, version: review.version + 1 };
};

/**
 * The review with what the shop says to it; undefined where it says so already.
 *
 * @throws {StaleVersion}
 */
export const replyTo = (
  review: Review,
  reply: string | null,
  expectedVersion: number,
): Review | undefined => {
  requireVersion(review, expectedVersion);
  return review.reply === reply ? undefined : { ...review, reply, version: review.version + 1 };
};
