import { SpanKind, withSpan } from '@quayside/runtime';
import { headerOf } from '../cloud-event.ts';
import type { Delivery } from './delivery.ts';

/** Runs `next` in a span that continues the publisher's trace; events made inside name this one as their cause. */
export const trace = <T>(delivery: Delivery, group: string, next: () => Promise<T>): Promise<T> => {
  const { message, topic, partition, offset } = delivery;
  const type = headerOf(message, 'ce_type');
  const id = headerOf(message, 'ce_id');
  return withSpan(
    `process ${type ?? topic}`,
    {
      kind: SpanKind.CONSUMER,
      parent: headerOf(message, 'traceparent'),
      correlationId: headerOf(message, 'ce_correlationid'),
      causationId: id,
      attributes: {
        'messaging.system': 'kafka',
        'messaging.operation.type': 'process',
        'messaging.destination.name': topic,
        'messaging.destination.partition.id': String(partition),
        'messaging.consumer.group.name': group,
        'messaging.kafka.offset': Number(offset),
        ...(id === undefined ? {} : { 'messaging.message.id': id }),
      },
    },
    next,
  );
};
