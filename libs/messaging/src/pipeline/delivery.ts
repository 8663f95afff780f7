import type { RawMessage } from '../cloud-event.ts';

/** One message on its way through the pipeline. */
export interface Delivery {
  readonly message: RawMessage;
  /** Without the prefix. */
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly signal: AbortSignal;
  /** Tells the group coordinator that this member is alive. */
  heartbeat(): Promise<void>;
}

/**
 * What became of a delivery: `settled`, its offset may be committed; `unavailable`, a dependency is down, deliver it
 * again later; `interrupted`, the process stops.
 */
export type Outcome = 'settled' | 'unavailable' | 'interrupted';
