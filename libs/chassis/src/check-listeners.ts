import { listeners, type EventDefinition } from '@quayside/contracts';

const shopListens = (group: string): readonly EventDefinition[] =>
  (listeners[group] ?? []).map(({ event }) => event);

/**
 * Holds a service to what the description of the events says that its consumer group listens to.
 *
 * @param described what is said of a group that is not one of the shop's
 * @throws naming every event that stands in one of the two only
 */
export const checkListeners = (
  group: string,
  subscriptions: readonly { readonly definition: EventDefinition }[],
  described: readonly EventDefinition[] = shopListens(group),
): void => {
  const handled = new Set(subscriptions.map(({ definition }) => definition.type));
  const told = new Set(described.map(({ type }) => type));
  const faults = [
    ...[...handled]
      .filter((type) => !told.has(type))
      .map((type) => `it listens to ${type}, of which nothing is said there`),
    ...[...told]
      .filter((type) => !handled.has(type))
      .map((type) => `${type} is said to be listened to, and is not`),
  ];
  if (faults.length === 0) return;
  throw new Error(
    `The consumer group ${group} and libs/contracts/src/events/listeners.ts differ: ${faults.join('; ')}`,
  );
};
