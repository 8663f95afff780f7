import type { IntegrationEvent } from '@quayside/contracts';

/** Makes the effect of an event happen once although it is delivered at least once. */
export interface Inbox<Tx> {
  /** Runs `effect` unless this event was handled before; its id is recorded together with the effect or not at all. */
  once(event: IntegrationEvent, effect: (tx: Tx) => Promise<void>): Promise<'handled' | 'duplicate'>;
  /**
   * Runs `effect` with those ids of `events` that were not handled before, each once, in one transaction; all are
   * recorded together with the effect or none. Not called where there are none.
   */
  onceForAll(
    events: readonly IntegrationEvent[],
    effect: (tx: Tx, fresh: ReadonlySet<string>) => Promise<void>,
  ): Promise<void>;
}
