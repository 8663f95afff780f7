import type { EventData, EventDefinition, IntegrationEvent, Topic } from '@quayside/contracts';
import { currentCausationId, currentCorrelationId, currentTraceparent } from '@quayside/runtime';
import { v7 as uuidv7 } from 'uuid';

/** An integration event with the topic it goes to: what an outbox stores, as plain JSON. */
export interface OutgoingEvent<Data = unknown> extends IntegrationEvent<Data> {
  readonly topic: Topic;
}

/**
 * Makes an event of a published type. Correlation, cause and trace come from the current context, so that an event
 * appended while another is handled names that one as its cause.
 *
 * @param options.subject the aggregate id; becomes the Kafka key, so order is kept per aggregate
 * @param options.source the publishing service, such as `catalog`
 * @throws ZodError when `data` is not what the published schema says; fields the schema does not know are left out
 */
export const newEvent = <D extends EventDefinition>(
  definition: D,
  options: { subject: string; data: EventData<D>; source: string },
): OutgoingEvent<EventData<D>> => {
  const id = uuidv7();
  const causationId = currentCausationId();
  const traceparent = currentTraceparent();
  return {
    topic: definition.topic,
    id,
    type: definition.type,
    source: options.source,
    time: new Date().toISOString(),
    subject: options.subject,
    correlationId: currentCorrelationId() ?? id,
    ...(causationId === undefined ? {} : { causationId }),
    ...(traceparent === undefined ? {} : { traceparent }),
    data: definition.data.parse(options.data) as EventData<D>,
  };
};
