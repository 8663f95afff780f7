import { openSpan, SpanKind, withSpan, type OpenSpan, type SpanOptions } from '@quayside/runtime';
import { headerOf } from '../cloud-event.ts';
import type { Delivery } from './delivery.ts';

const spanOf = (delivery: Delivery, group: string): [name: string, options: SpanOptions] => {
  const { message, topic, partition, offset } = delivery;
  const type = headerOf(message, 'ce_type');
  const id = headerOf(message, 'ce_id');
  return [
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
  ];
};

/** Runs `next` in a span that continues the publisher's trace; events made inside name this one as their cause. */
export const trace = <T>(delivery: Delivery, group: string, next: () => Promise<T>): Promise<T> =>
  withSpan(...spanOf(delivery, group), next);

/** The same for a message that is settled together with others. */
export const openTrace = (delivery: Delivery, group: string): OpenSpan =>
  openSpan(...spanOf(delivery, group));
