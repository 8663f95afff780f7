/** A piece of work that this process, and no other, does until its lease ends. */
export interface ClaimedWork<Kind extends string = string> {
  /** What the work is for: the id of the document or the row that holds it. */
  readonly id: string;
  readonly kind: Kind;
  /** Counts from 1, this one included. */
  readonly attempt: number;
  /** Names this claim; a later claim of the same work has another. */
  readonly claimId: string;
  /** False once the lease may have run out: nothing may be started that another could be doing. */
  isHeld(): boolean;
  /** The flow in which the work became due. */
  readonly correlationId: string | undefined;
  readonly traceparent: string | undefined;
}

/** What is claimed waits for the end of its lease, and is not overdue. */
export interface DueWorkBacklog {
  readonly waiting: number;
  readonly overdue: number;
  readonly oldestAt?: Date;
}

/** After so long whoever should have done it has not. */
export const overdueAfterMs = 60_000;

/**
 * Work that waits in a store for its time. Any number of processes may claim from it; each of them may die at any point,
 * and then its work is claimable again when the lease ends. So work is done at least once.
 *
 * Leases are told by the clocks of the processes, which must agree to a fraction of a lease.
 */
export interface DueWorkQueue<Kind extends string = string> {
  /** The earliest time at which something of these kinds may be claimed. */
  nextDueAt(kinds: readonly Kind[]): Promise<Date | undefined>;
  /**
   * Claims what is due, the longest due first, `limit` at most. Of any number of claimers one gets each piece. It may
   * get fewer than there are while others claim.
   */
  claim(
    kinds: readonly Kind[],
    options: { limit: number; leaseMs: number },
  ): Promise<readonly ClaimedWork<Kind>[]>;
  /** False when the claim is lost. */
  renew(work: ClaimedWork<Kind>, leaseMs: number): Promise<boolean>;
  /** Gives a claim back: the work is due at `until`. Nothing happens when the claim is lost. */
  postpone(work: ClaimedWork<Kind>, until: Date): Promise<void>;
  /** How much waits, how much of it was due a minute ago, and since when the first is due. */
  backlog(): Promise<DueWorkBacklog>;
  /** To be called after a write of this process that made work due at `at`. */
  scheduled(at: Date): void;
  /** Calls `listener` with what `scheduled` is told, and with each postponement. */
  onScheduled(listener: (at: Date) => void): void;
}
