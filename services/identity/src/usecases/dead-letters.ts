import type { Actor } from './people.ts';

interface FailedMessage {
  readonly key: Buffer | string | null;
  readonly value: Buffer | string | null;
  readonly headers: Readonly<Record<string, Buffer | string | undefined>>;
}

/**
 * A message that a consumer group could not handle, as it comes in to be kept; the same one has the same id. It is what the
 * library of messages reads from a dead-letter topic, which use cases do not know: `main` joins the two.
 */
export interface IncomingLetter {
  readonly id: string;
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly reason: string;
  readonly error: string;
  readonly attempts: number;
  readonly failedAt: Date;
  /** How often it had been sent again before this. */
  readonly redrives: number;
  readonly eventId?: string;
  readonly eventType?: string;
  readonly subject?: string;
  readonly correlationId?: string;
  /** As it came first. */
  readonly message: FailedMessage;
}

export type DeadLetterState = 'open' | 'redriving' | 'redriven' | 'discarded';

/** A dead letter, and what was decided about it. */
export interface KeptLetter extends IncomingLetter {
  readonly state: DeadLetterState;
  readonly settledAt?: Date;
  readonly discardReason?: string;
}

export type LetterRow = Omit<KeptLetter, 'message'>;

export interface LetterFilter {
  readonly q?: string | undefined;
  readonly state?: DeadLetterState | undefined;
  readonly group?: string | undefined;
  readonly sort?: 'failed' | '-failed' | undefined;
  readonly page: number;
  readonly pageSize: number;
}

type Decision =
  | { readonly ids: readonly string[]; readonly to: 'redriving' }
  | { readonly ids: readonly string[]; readonly to: 'discarded'; readonly reason: string };

export interface DeadLetters {
  /** Once each, however often they come; one that was sent again and comes back is open again. */
  readonly keep: (letters: readonly IncomingLetter[]) => Promise<void>;
  list(filter: LetterFilter): Promise<{ items: LetterRow[]; totalItems: number }>;
  /** @throws {DeadLetterNotFound} */
  find(id: string): Promise<KeptLetter>;
  /** Decides about those that are open, and leaves the others as they are. @throws {DeadLetterNotFound} there is none of them */
  decide(decision: Decision, by: Actor): Promise<{ items: LetterRow[]; changed: number }>;
  /** How many are open, and since when the first of them is. */
  backlog(): Promise<{ waiting: number; oldestAt?: Date }>;
  /** Has `send` take letters that are to be sent again, oldest decision first; answers how many it took. */
  sendAgain(send: (letters: readonly KeptLetter[]) => Promise<void>): Promise<number>;
}
