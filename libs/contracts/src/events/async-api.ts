import { z } from 'zod';
import type { EventDefinition } from '../shared/event.ts';
import { daysOfTopics, topics } from '../shared/topics.ts';
import { listeners } from './listeners.ts';
import { publishedEvents, type Publisher } from './published-events.ts';

type Json = Record<string, unknown>;

/** `quayside.catalog.item-changed.v1` without the system: keys may hold no more than letters, digits, `-`, `_` and `.`. */
const nameOf = ({ type }: EventDefinition): string => type.replace(/^quayside\./, '');

const refTo = (...steps: string[]): { $ref: string } => ({ $ref: `#/${steps.join('/')}` });

const text = (description: string, more: Json = {}): Json => ({ type: 'string', description, ...more });

/** CloudEvents 1.0 in the binary mode of its Kafka protocol binding: the attributes are headers. */
const cloudEventHeaders = {
  type: 'object',
  required: ['ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_time', 'ce_subject', 'ce_correlationid'],
  properties: {
    ce_specversion: { type: 'string', const: '1.0' },
    ce_id: text('UUIDv7; a repeat has the same', { format: 'uuid' }),
    ce_type: text('the name of the message'),
    ce_source: text('the service that publishes it'),
    ce_time: text('when it happened', { format: 'date-time' }),
    ce_subject: text('the id of the aggregate; also the Kafka key'),
    ce_correlationid: text('the whole flow'),
    ce_causationid: text('the event that caused this one'),
    traceparent: text('W3C Trace Context'),
  },
};

/** Shared parts of a schema go to one place of the document, where its references then point. */
const hoist = (schema: Json, into: Json): Json => {
  const { $schema: _, definitions, ...own } = schema as Json & { definitions?: Record<string, Json> };
  const repoint = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(repoint);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        key === '$ref' ? String(part).replace('#/definitions/', '#/components/schemas/') : repoint(part),
      ]),
    );
  };
  for (const [name, part] of Object.entries(definitions ?? {})) {
    const { id: _id, ...shared } = part;
    into[name] = repoint(shared);
  }
  return repoint(own) as Json;
};

const messageOf = (event: EventDefinition, schemas: Json): Json => ({
  name: event.type,
  title: nameOf(event),
  summary: event.summary,
  ...(event.isPlanned && { description: 'Not published yet.', 'x-planned': true }),
  ...(event.deprecated && {
    description: `Deprecated since ${event.deprecated.since}: ${event.deprecated.successor} is told beside it.`,
    'x-deprecated': event.deprecated,
  }),
  contentType: 'application/json',
  headers: refTo('components', 'schemas', 'CloudEventHeaders'),
  payload: hoist(z.toJSONSchema(event.data, { target: 'draft-7', io: 'input' }) as Json, schemas),
  correlationId: { location: '$message.header#/ce_correlationid' },
  bindings: { kafka: { key: text(`id of the ${event.subject}`) } },
  examples: [{ name: 'example', payload: event.example }],
});

const channelOf = (publisher: string, topic: string, events: readonly EventDefinition[]): Json => {
  const days = daysOfTopics[topic];
  return {
    address: topic,
    title: days === undefined ? `Events of ${publisher}` : `Security log of ${publisher}`,
    messages: Object.fromEntries(
      events.map((event) => [nameOf(event), refTo('components', 'messages', nameOf(event))]),
    ),
    bindings: {
      kafka: {
        topic,
        partitions: 6,
        topicConfiguration: { 'retention.ms': days === undefined ? -1 : days * 86_400_000 },
      },
    },
  };
};

/**
 * The AsyncAPI 3.0 description of all events, made from the schemas that check them: a channel for each topic, what
 * its service sends there, and what every other receives.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0
 */
export const asyncApiDocument = (): Json => {
  const schemas: Json = { CloudEventHeaders: cloudEventHeaders };
  const messages: Json = {};
  const channels: Json = {};
  const operations: Json = {};
  const publisherOf = new Map<string, string>();

  for (const [publisher, events] of Object.entries(publishedEvents)) {
    for (const event of events) {
      publisherOf.set(event.type, publisher);
      messages[nameOf(event)] = messageOf(event, schemas);
    }
    for (const [address, some] of Map.groupBy(events, ({ topic }) => topic)) {
      // What a service has beside its own topic is named by that.
      const channel = address === topics[publisher as Publisher] ? publisher : address.replace(/\.v\d+$/, '');
      channels[channel] = channelOf(publisher, address, some);
      operations[`${channel}.sends`] = {
        action: 'send',
        channel: refTo('channels', channel),
        messages: some.map((event) => refTo('channels', channel, 'messages', nameOf(event))),
        tags: [{ name: publisher }],
      };
    }
  }

  for (const [listener, all] of Object.entries(listeners)) {
    const byPublisher = Map.groupBy(all, ({ event }) => publisherOf.get(event.type) ?? '');
    for (const [publisher, some] of byPublisher) {
      operations[`${listener}.receives.${publisher}`] = {
        action: 'receive',
        channel: refTo('channels', publisher),
        description: some.map(({ event, purpose }) => `${nameOf(event)}: ${purpose}`).join('\n'),
        messages: some.map(({ event }) => refTo('channels', publisher, 'messages', nameOf(event))),
        bindings: { kafka: { groupId: { type: 'string', const: listener } } },
        tags: [{ name: listener }],
      };
    }
  }

  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Quayside events',
      version: '1',
      description:
        'CloudEvents 1.0 in Kafka’s binary mode. At least once, in order for each key, kept for ever where a channel does not say otherwise.',
    },
    defaultContentType: 'application/json',
    channels,
    operations,
    components: { messages, schemas },
  };
};
