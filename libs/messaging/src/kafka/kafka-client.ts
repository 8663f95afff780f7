import type { Logger } from '@quayside/runtime';
import type { KafkaAddress, KafkaClientName } from './kafka-address.ts';
import type { KafkaDriver } from './kafka-driver.ts';

export interface KafkaClient {
  /** For this package only. */
  driver(): Promise<KafkaDriver>;
  readonly logger: Logger;
  readonly topicPrefix: string;
  /** The name on the broker of a topic or consumer group. */
  prefixed(name: string): string;
}

/** Only the chosen one is loaded. */
const drivers: Record<KafkaClientName, (address: KafkaAddress) => Promise<KafkaDriver>> = {
  kafkajs: async (address) => (await import('./kafkajs/kafkajs-driver.ts')).kafkajsDriver(address),
  platformatic: async (address) =>
    (await import('./platformatic/platformatic-driver.ts')).platformaticDriver(address),
};

/**
 * Describes the Kafka cluster; connects to nothing yet.
 *
 * @param options.client the library that speaks to Kafka
 * @param options.brokers `host:port[,host:port]`
 * @param options.topicPrefix stands before every topic and group, so that several systems can share a cluster
 * @param options.ssl whether the brokers are spoken to by TLS
 * @param options.sasl who signs in, if the brokers ask for it
 */
export const createKafka = (options: {
  client?: KafkaClientName;
  brokers: string;
  clientId: string;
  topicPrefix?: string;
  ssl?: boolean;
  sasl?: KafkaAddress['sasl'];
  logger: Logger;
}): KafkaClient => {
  const { client = 'kafkajs', clientId, topicPrefix = '', ssl = false, sasl, logger } = options;
  const brokers = options.brokers.split(',');
  let driver: Promise<KafkaDriver> | undefined;
  return {
    driver: () => (driver ??= drivers[client]({ brokers, clientId, ssl, ...(sasl && { sasl }), logger })),
    logger,
    topicPrefix,
    prefixed: (name) => topicPrefix + name,
  };
};
