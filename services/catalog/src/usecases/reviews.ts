import type { Review, ReviewState, ReviewText } from '../domain/review.ts';
import type { Actor } from './actor.ts';

export interface Rating {
  /** With one decimal. */
  readonly average: number;
  readonly count: number;
}

interface ReviewPage {
  readonly reviews: readonly Review[];
  readonly totalItems: number;
  readonly rating?: Rating;
  /** How many gave one star, two, … five, of those that are shown. */
  readonly distribution: readonly number[];
}

/** Reviews as shoppers read and write them. */
export interface Reviews {
  /** @throws {ProductNotFound} */
  ofProduct(
    slug: string,
    query: {
      readonly page: number;
      readonly pageSize: number;
      readonly sort: 'helpful' | 'newest';
      readonly stars?: number | undefined;
    },
  ): Promise<ReviewPage>;
  /** @throws {ProductNotFound} */
  partOf(
    accountId: string,
    slug: string,
  ): Promise<{ mayWrite: boolean; review?: Review; foundHelpful: readonly string[] }>;
  /**
   * Writes it, or another in its place, which waits to be read like a new one.
   *
   * @throws {ProductNotFound | ReviewNotYoursToWrite}
   */
  write(accountId: string, slug: string, text: ReviewText): Promise<Review>;
  /** @throws {ProductNotFound} */
  withdraw(accountId: string, slug: string): Promise<void>;
  allOf(accountId: string): Promise<readonly Review[]>;
  /** @throws {ReviewNotFound | ReviewIsYourOwn} */
  vote(accountId: string, reviewId: string, isHelpful: boolean): Promise<void>;
}

export interface ReviewQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
  readonly state?: ReviewState | undefined;
  readonly stars?: number | undefined;
}

/** Reviews as staff read and decide on them; what they do is in the audit log when it is done. */
export interface ReviewDesk {
  page(query: ReviewQuery): Promise<{ items: readonly Review[]; totalItems: number }>;
  /** @throws {ReviewNotFound} */
  find(id: string): Promise<Review>;
  /**
   * Locks the review, lets `decide` look at it, and writes what it answers; undefined writes nothing.
   *
   * @throws {ReviewNotFound} and whatever `decide` throws, with nothing written.
   */
  update(id: string, by: Actor, decide: (review: Review) => Review | undefined): Promise<Review>;
}
