import type { Logger } from '@quayside/runtime';
import type { Publisher } from '../kafka/publisher.ts';
import { TooLargeForKafka } from '../kafka/too-large-for-kafka.ts';
import type { OutgoingEvent } from '../new-event.ts';

/**
 * Publishes events of an outbox. One that Kafka never takes would hold up all behind it: `setAside` moves it out of the
 * outbox, in one atomic step, to where someone finds it.
 *
 * @returns false when an event was set aside: the outbox is then to be read again, as others may be unpublished
 * @throws what the publisher throws otherwise
 */
export const publishOrSetAside = async (
  options: {
    publisher: Pick<Publisher, 'publish'>;
    setAside: (event: OutgoingEvent) => Promise<unknown>;
    logger: Logger;
  },
  events: readonly OutgoingEvent[],
): Promise<boolean> => {
  try {
    await options.publisher.publish(events);
    return true;
  } catch (error) {
    // The publisher may have joined this call with that of another outbox.
    const refused =
      error instanceof TooLargeForKafka ? events.find(({ id }) => id === error.eventId) : undefined;
    if (!refused) throw error;
    await options.setAside(refused);
    const { id: eventId, type, subject, topic } = refused;
    options.logger.error(
      { err: error, eventId, type, subject, topic },
      'an event was set aside, unpublished',
    );
    return false;
  }
};
