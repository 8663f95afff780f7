import { connectWithRetry } from '@quayside/runtime';
import { toMessage } from '../cloud-event.ts';
import type { OutgoingEvent } from '../new-event.ts';
import { TransientError } from '../transient-error.ts';
import { ensureTopics } from './ensure-topics.ts';
import type { KafkaClient } from './kafka-client.ts';
import { RecordsTooLarge, type KafkaProducer } from './kafka-driver.ts';
import type { KafkaRecord } from './kafka-record.ts';
import { splitRecords, usualMaxBytes } from './split-records.ts';
import { TooLargeForKafka } from './too-large-for-kafka.ts';

export interface Publisher {
  /** Connects in the background; resolves at once. */
  start(): Promise<void>;
  /**
   * Resolves when all in-sync replicas have the events, rejects when that is unknown; events go out in order.
   * `TooLargeForKafka` says that one of them, or of another call at the same time, is refused for good.
   */
  publish(events: readonly OutgoingEvent[]): Promise<void>;
  /** The same for messages that are no events of ours, such as dead letters. */
  send(records: readonly KafkaRecord[]): Promise<void>;
  healthy(): boolean;
  close(): Promise<void>;
}

interface Waiting {
  records: readonly KafkaRecord[];
  resolve(): void;
  reject(error: unknown): void;
}

/** The most calls that share a request, and its fate. */
const maxShared = 100;

/**
 * An idempotent producer (all in-sync replicas, gzip, one request in flight). Calls that come while a request is
 * under way share the next one. A failed request leaves the sequence numbers of an idempotent producer in doubt,
 * so the producer is then replaced by a new one; the caller decides whether to publish again.
 */
export const createPublisher = (kafka: KafkaClient): Publisher => {
  const { logger } = kafka;
  const stopping = new AbortController();
  const knownTopics = new Set<string>();
  const waiting: Waiting[] = [];
  /** Of one request; a broker may be set to take less than others do. */
  let maxBytes = usualMaxBytes;
  let producer: KafkaProducer | undefined;
  let connecting: Promise<unknown> | undefined;
  let sending: Promise<void> | undefined;

  const open = async (): Promise<void> => {
    const next = await (await kafka.driver()).producer();
    if (stopping.signal.aborted) await next.close();
    else producer = next;
  };

  const connect = (): Promise<unknown> =>
    (connecting ??= connectWithRetry('kafka publisher', open, { logger, signal: stopping.signal }).finally(
      () => (connecting = undefined),
    ));

  const replaceProducer = (): void => {
    // Not awaited: it waits for requests that may never be answered.
    producer?.close().catch(() => undefined);
    producer = undefined;
    knownTopics.clear();
    if (!stopping.signal.aborted) void connect();
  };

  const transmit = async (records: readonly KafkaRecord[]): Promise<void> => {
    if (!producer) throw new TransientError('Kafka is out of reach');
    const unknown = [...new Set(records.map(({ topic }) => topic))].filter(
      (topic) => !knownTopics.has(topic),
    );
    if (unknown.length > 0) {
      await ensureTopics(kafka, unknown);
      for (const topic of unknown) knownTopics.add(topic);
    }
    for (const part of splitRecords(records, maxBytes)) {
      await producer.send(part.map(onBroker)).catch((error: unknown) => refused(part, error));
    }
  };

  const refused = (part: readonly KafkaRecord[], error: unknown): never => {
    if (!(error instanceof RecordsTooLarge)) throw error;
    const eventId = part[0]?.headers['ce_id']?.toString();
    if (part.length === 1) throw new TooLargeForKafka(eventId, { cause: error.cause });
    maxBytes /= 2;
    logger.info({ maxBytes }, 'the broker takes less at once, the next requests are smaller');
    throw error;
  };

  const onBroker = (record: KafkaRecord): KafkaRecord => ({ ...record, topic: kafka.prefixed(record.topic) });

  const sendWaiting = async (): Promise<void> => {
    try {
      if (!producer) await orLate(connect());
      while (waiting.length > 0) await sendBatch(waiting.splice(0, maxShared));
    } finally {
      sending = undefined;
    }
  };

  const sendBatch = async (batch: Waiting[]): Promise<void> => {
    try {
      await transmit(batch.flatMap(({ records }) => records));
      for (const call of batch) call.resolve();
    } catch (error) {
      for (const call of batch) call.reject(error);
      if (producer) replaceProducer();
    }
  };

  const send = async (records: readonly KafkaRecord[]): Promise<void> => {
    if (records.length === 0) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    waiting.push({ records, resolve, reject });
    sending ??= sendWaiting();
    await promise;
  };

  return {
    start: async () => void connect(),
    publish: (events) => send(events.map((event) => ({ topic: event.topic, ...toMessage(event) }))),
    send,
    healthy: () => producer !== undefined,
    close: async () => {
      stopping.abort();
      await sending;
      await producer?.close();
      producer = undefined;
    },
  };
};

/** A call while the producer connects waits for it a moment instead of failing at once. */
const orLate = async (connected: Promise<unknown>): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, 2000);
  await Promise.race([connected, promise]);
  clearTimeout(timer);
};
