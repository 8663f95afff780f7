import type { DueWorkKind } from '../domain/due-work.ts';

/** Work of one order that this process, and no other, does until the lease ends. */
export interface ClaimedWork {
  readonly orderId: string;
  readonly kind: DueWorkKind;
  /** Counts from 1. */
  readonly attempt: number;
  /** Names this claim alone; a later claim of the same work has another. */
  readonly claimId: string;
  /** False once the lease may have run out: nothing may be started that another could be doing. */
  isHeld(): boolean;
  readonly correlationId: string | undefined;
  readonly traceparent: string | undefined;
}

export interface DueWorkQueue {
  /** The earliest time at which something of these kinds may be claimed. */
  nextDueAt(kinds: readonly DueWorkKind[]): Promise<Date | undefined>;
  /** Atomic: of any number of claimers one gets it. A claim whose holder died is claimable when its lease ends. */
  claim(kind: DueWorkKind, leaseMs: number): Promise<ClaimedWork | undefined>;
  /** False when the claim is lost. */
  renew(work: ClaimedWork, leaseMs: number): Promise<boolean>;
  postpone(work: ClaimedWork, until: Date): Promise<void>;
  /** Calls `listener` when a write of this process made work due. */
  onScheduled(listener: (at: Date) => void): void;
}
