import type { EventData, EventDefinition, IntegrationEvent } from '@quayside/contracts';

export interface HandlerContext<Tx> {
  /** The transaction that also records the event as handled; undefined where the inbox has none. */
  readonly tx: Tx;
  /** Counts from 1. */
  readonly attempt: number;
  /** Aborts when the process stops: end long waits, the event comes again. */
  readonly signal: AbortSignal;
}

export interface Subscription<Tx> {
  readonly definition: EventDefinition;
  handle(event: IntegrationEvent, context: HandlerContext<Tx>): Promise<void>;
}

/**
 * Calls `handler` for each event of one type.
 *
 * @example
 * on(catalogEvents.itemChanged, async (event, { tx }: HandlerContext<PoolClient>) => saveItem(tx, event.data));
 */
export const on = <D extends EventDefinition, Tx>(
  definition: D,
  handler: (event: IntegrationEvent<EventData<D>>, context: HandlerContext<Tx>) => Promise<void>,
): Subscription<Tx> => ({
  definition,
  handle: (event, context) => handler(event as IntegrationEvent<EventData<D>>, context),
});
