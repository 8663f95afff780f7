import kafkajs, { type Kafka } from 'kafkajs';
import { RecordsTooLarge, type KafkaProducer } from '../kafka-driver.ts';
import type { KafkaRecord } from '../kafka-record.ts';

const { CompressionTypes, Partitioners } = kafkajs;

export const kafkajsProducer = async (kafka: Kafka): Promise<KafkaProducer> => {
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: Partitioners.DefaultPartitioner,
    allowAutoTopicCreation: false,
    retry: { initialRetryTime: 50, maxRetryTime: 500, retries: 4 },
  });
  try {
    await producer.connect();
  } catch (error) {
    await producer.disconnect().catch(() => undefined);
    throw error;
  }
  return {
    send: async (records) => {
      try {
        await producer.sendBatch(toRequest(records));
      } catch (error) {
        throw isTooLarge(error) ? new RecordsTooLarge('refused for its size', { cause: error }) : error;
      }
    },
    close: () => producer.disconnect(),
  };
};

const toRequest = (records: readonly KafkaRecord[]) => ({
  acks: -1,
  timeout: 5000,
  compression: CompressionTypes.GZIP,
  topicMessages: [...Map.groupBy(records, ({ topic }) => topic)].map(([topic, messages]) => ({
    topic,
    messages: messages.map(({ key, value, headers }) => ({ key, value, headers })),
  })),
});

/** Of the Kafka protocol: a record above the topic's `max.message.bytes`, a batch above the size of a segment. */
const isTooLarge = (error: unknown): boolean =>
  ['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE'].includes(String((error as { type?: unknown }).type));
