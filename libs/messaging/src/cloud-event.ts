import { z } from 'zod';
import type { IntegrationEvent } from '@quayside/contracts';

/** A Kafka message as the broker hands it over. */
export interface RawMessage {
  readonly key: Buffer | string | null;
  readonly value: Buffer | string | null;
  readonly headers: Readonly<Record<string, Buffer | string | undefined>>;
}

/** The message is not a CloudEvent in Kafka binary mode, or its body is not JSON. */
export class MalformedCloudEvent extends Error {
  override readonly name = 'MalformedCloudEvent';
}

/** CloudEvents 1.0, Kafka protocol binding, binary mode: attributes are `ce_*` headers, the body is the data. */
export const toMessage = (event: IntegrationEvent) => ({
  key: event.subject,
  value: JSON.stringify(event.data),
  headers: {
    ce_specversion: '1.0',
    ce_id: event.id,
    ce_type: event.type,
    ce_source: event.source,
    ce_time: event.time,
    ce_subject: event.subject,
    ce_correlationid: event.correlationId,
    ...(event.causationId === undefined ? {} : { ce_causationid: event.causationId }),
    ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent }),
    'content-type': 'application/json',
  },
});

/** A header as text; undefined where it is absent. */
export const headerOf = (message: RawMessage, name: string): string | undefined =>
  message.headers[name]?.toString();

const attributes = z.object({
  ce_specversion: z.literal('1.0'),
  ce_id: z.uuid(),
  ce_type: z.string().min(1),
  ce_source: z.string().min(1),
  ce_time: z.iso.datetime(),
  ce_subject: z.string().min(1),
  ce_correlationid: z.string().min(1),
  ce_causationid: z.string().optional(),
  traceparent: z.string().optional(),
});

/**
 * Reads a message back into an event; `data` is parsed JSON, not yet checked against a schema.
 *
 * @throws MalformedCloudEvent
 */
export const fromMessage = (message: RawMessage): IntegrationEvent => {
  const texts = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, value?.toString()]),
  );
  const parsed = attributes.safeParse(texts);
  if (!parsed.success) throw new MalformedCloudEvent(z.prettifyError(parsed.error));
  const headers = parsed.data;
  return {
    id: headers.ce_id,
    type: headers.ce_type,
    source: headers.ce_source,
    time: headers.ce_time,
    subject: headers.ce_subject,
    correlationId: headers.ce_correlationid,
    ...(headers.ce_causationid === undefined ? {} : { causationId: headers.ce_causationid }),
    ...(headers.traceparent === undefined ? {} : { traceparent: headers.traceparent }),
    data: parseBody(message.value),
  };
};

const parseBody = (value: Buffer | string | null): unknown => {
  try {
    return JSON.parse(value?.toString() ?? '');
  } catch (error) {
    throw new MalformedCloudEvent('the body is not JSON', { cause: error });
  }
};
