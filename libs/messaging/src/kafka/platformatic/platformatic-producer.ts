import { compatibilityPartitioner, Producer, type BaseOptions } from '@platformatic/kafka';
import { RecordsTooLarge, type KafkaProducer } from '../kafka-driver.ts';
import type { KafkaRecord } from '../kafka-record.ts';
import { protocolErrors } from './protocol-errors.ts';

const sizeErrors = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE']);

export const platformaticProducer = async (options: BaseOptions): Promise<KafkaProducer> => {
  const producer = new Producer({
    ...options,
    idempotent: true,
    compression: 'gzip',
    timeout: 5000,
    // As Kafka's own client and kafkajs do; the library's default differs for half of all keys.
    partitioner: compatibilityPartitioner,
  });
  try {
    await producer.initIdempotentProducer({});
  } catch (error) {
    await producer.close().catch(() => undefined);
    throw error;
  }
  return {
    send: async (records) => {
      try {
        await producer.send({ messages: records.map(toMessage) });
      } catch (error) {
        if (protocolErrors(error).some((id) => sizeErrors.has(id)))
          throw new RecordsTooLarge('refused for its size', { cause: error });
        throw error;
      }
    },
    close: () => producer.close(),
  };
};

const toMessage = ({ topic, key, value, headers }: KafkaRecord) => ({
  topic,
  ...(key !== null && { key: Buffer.from(key) }),
  ...(value !== null && { value: Buffer.from(value) }),
  headers: new Map(Object.entries(headers).map(([name, text]) => [Buffer.from(name), Buffer.from(text)])),
});
