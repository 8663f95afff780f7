import type { EventData, EventDefinition, IntegrationEvent } from '@quayside/contracts';

export interface HandlerContext<Tx> {
  /** The transaction that also records the event as handled; undefined where the inbox has none. */
  readonly tx: Tx;
  /** Counts from 1. */
  readonly attempt: number;
  /** Aborts when the process stops: end long waits, the event comes again. */
  readonly signal: AbortSignal;
}

/** One of the events that a handler takes together. */
export interface Received<Event = IntegrationEvent> {
  readonly event: Event;
  /** Runs `work` in the trace of this event: what is made inside names this event as its cause. */
  within<T>(work: () => T): T;
}

export interface Subscription<Tx> {
  readonly definition: EventDefinition;
  handle(event: IntegrationEvent, context: HandlerContext<Tx>): Promise<void>;
  /** Absent: events are handled one after the other, each in a transaction of its own. */
  handleMany?(received: readonly Received[], context: HandlerContext<Tx>): Promise<void>;
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

/**
 * Calls `handler` with all events of one type that wait in a partition, oldest first, for an effect that one statement
 * can have for many of them; they share its transaction. Several may be of one aggregate. When the handler throws,
 * nothing is lost and nobody is blamed: it is called again with each event alone.
 *
 * @example
 * onMany(catalogEvents.itemChanged, (received, { tx }: HandlerContext<PoolClient>) =>
 *   saveItems(tx, received.map(({ event }) => event.data)));
 */
export const onMany = <D extends EventDefinition, Tx>(
  definition: D,
  handler: (
    received: readonly Received<IntegrationEvent<EventData<D>>>[],
    context: HandlerContext<Tx>,
  ) => Promise<void>,
): Subscription<Tx> => {
  const handleMany = (received: readonly Received[], context: HandlerContext<Tx>) =>
    handler(received as readonly Received<IntegrationEvent<EventData<D>>>[], context);
  return {
    definition,
    handle: (event, context) => handleMany([{ event, within: (work) => work() }], context),
    handleMany,
  };
};

/**
 * One subscription for each type of event: those of one type have their effects one after the other, in the order in
 * which they are named and in one transaction, so that all of them happen or none does.
 */
export const oneForEachType = <Tx>(
  subscriptions: readonly Subscription<Tx>[],
): ReadonlyMap<string, Subscription<Tx>> => {
  const byType = Map.groupBy(subscriptions, ({ definition }) => definition.type);
  return new Map(
    [...byType].map(([type, [first, ...rest]]) => [type, rest.reduce(inTurn, first as Subscription<Tx>)]),
  );
};

const inTurn = <Tx>(one: Subscription<Tx>, other: Subscription<Tx>): Subscription<Tx> => {
  const both = [one, other];
  return {
    definition: one.definition,
    handle: async (event, context) => {
      for (const { handle } of both) await handle(event, context);
    },
    ...(one.handleMany &&
      other.handleMany && {
        handleMany: async (received: readonly Received[], context: HandlerContext<Tx>) => {
          for (const { handleMany } of both) await handleMany?.(received, context);
        },
      }),
  };
};

/**
 * For `onMany`: handles the events of different subjects side by side, those of one subject in their order. For a store
 * in which writes of the same moment share a round trip. Every subject is tried; the first failure is thrown.
 */
export const sideBySide =
  <Event extends IntegrationEvent>(handle: (event: Event) => Promise<void>) =>
  async (received: readonly Received<Event>[]): Promise<void> => {
    const subjects = Map.groupBy(received, ({ event }) => event.subject);
    const inTurn = async (ofOne: readonly Received<Event>[]): Promise<void> => {
      for (const { event, within } of ofOne) await within(() => handle(event));
    };
    const outcomes = await Promise.allSettled([...subjects.values()].map(inTurn));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
  };
