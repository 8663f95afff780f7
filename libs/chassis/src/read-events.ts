import type { EventDefinition } from '@quayside/contracts';
import { createConsumer, type Consumer, type ConsumerOptions, type Inbox } from '@quayside/messaging';
import type { Health } from '@quayside/runtime';

/** How a service reads events, where it differs from the others. */
export interface ConsumerSettings {
  /** Default: the service's name. Processes of one service share a group. */
  group?: string;
  /** What it listens to as far as is said; default: what `listeners` of the contracts say of its group. */
  described?: readonly EventDefinition[];
  /**
   * Whether what was built from the events is still there. While it is, the service is ready without Kafka; if it is
   * gone (an emptied store), all events are read again from the beginning.
   */
  copyIsThere?(): Promise<boolean>;
  /** For a process that does nothing else: not ready whenever it is not a member of its group. */
  isAllItDoes?: boolean;
  /** Called when one or many events are settled and the transaction of their effect is committed. */
  afterCommit?(): void;
}

const notifying = <Tx>(inbox: Inbox<Tx>, afterCommit: () => void): Inbox<Tx> => ({
  once: async (event, effect) => {
    const outcome = await inbox.once(event, effect);
    afterCommit();
    return outcome;
  },
  onceForAll: async (events, effect) => {
    await inbox.onceForAll(events, effect);
    afterCommit();
  },
});

/**
 * The consumer of a service, and its word in `/readyz`: a service has to have joined its group once. Later Kafka may go
 * away without the service being taken off the list, as events wait in their topics.
 */
export const createEventReader = <Tx>(
  options: Omit<ConsumerOptions<Tx>, 'hasLostItsCopy'>,
  settings: ConsumerSettings,
  health: Health,
): Consumer => {
  const { copyIsThere, isAllItDoes = false, afterCommit } = settings;
  const consumer = createConsumer({
    ...options,
    ...(options.inbox && afterCommit && { inbox: notifying(options.inbox, afterCommit) }),
    ...(copyIsThere && { hasLostItsCopy: async () => !(await copyIsThere()) }),
  });
  const isReading = async (): Promise<void> => {
    if (consumer.healthy() || (await copyIsThere?.())) return;
    throw new Error('not yet reading events');
  };
  health.addCheck('events', isReading, { onlyAtStart: !isAllItDoes && !copyIsThere });
  return consumer;
};
