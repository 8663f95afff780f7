import type { IntegrationEvent } from '@quayside/contracts';

/** Makes the effect of an event happen once although it is delivered at least once. */
export interface Inbox<Tx> {
  /** Runs `effect` unless this event was handled before; its id is recorded together with the effect or not at all. */
  once(event: IntegrationEvent, effect: (tx: Tx) => Promise<void>): Promise<'handled' | 'duplicate'>;
}
