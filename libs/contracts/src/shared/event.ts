import type { z } from 'zod';
import type { Topic } from './topics.ts';

/** A published event type: its CloudEvents `type`, its topic, and the schema of its data. */
export interface EventDefinition<Type extends string = string, Data extends z.ZodType = z.ZodType> {
  readonly type: Type;
  readonly topic: Topic;
  readonly data: Data;
  /** One line for readers of the description of all events. */
  readonly summary?: string;
  /** What the subject, and so the Kafka key, is the id of. */
  readonly subject?: 'item' | 'order' | 'user' | 'campaign' | 'shop' | 'record' | 'question';
  /** Data as it may come; checked against the schema by a test. */
  readonly example?: z.input<Data>;
  /** The contract is settled, and no service publishes it so far. */
  readonly isPlanned?: true;
  /** It will go; what is told beside it takes its place, and whoever listens listens to both until it is gone. */
  readonly deprecated?: { readonly since: `${number}-${number}-${number}`; readonly successor: string };
}

export const defineEvent = <const Type extends string, Data extends z.ZodType>(
  definition: EventDefinition<Type, Data>,
): EventDefinition<Type, Data> => definition;

export type EventData<D extends EventDefinition> = z.infer<D['data']>;

/**
 * An integration event: CloudEvents 1.0 attributes (`id`, `source`, `time`, `subject`, `type`) with the
 * extensions `correlationid`, `causationid` and `traceparent`, and typed data.
 *
 * `subject` is the aggregate id and becomes the Kafka key. `id` is a UUIDv7.
 */
export interface IntegrationEvent<Data = unknown> {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly time: string;
  readonly subject: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly traceparent?: string;
  readonly data: Data;
}
