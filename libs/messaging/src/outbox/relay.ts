/**
 * Publishes what an outbox holds: at least once, in order per aggregate. Any number of replicas may run one; any of
 * them may crash at any point.
 */
export interface Relay {
  /** Begins in the background; works when its store and Kafka are there. */
  start(): Promise<void>;
  /** Something was just committed: look now instead of at the next poll. */
  wake(): void;
  /** For tests: resolves when the outbox is empty. */
  drain(): Promise<void>;
  close(): Promise<void>;
}
