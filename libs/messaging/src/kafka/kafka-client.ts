import kafkajs, { type Kafka, type SASLOptions } from 'kafkajs';
import type { Logger } from '@quayside/runtime';
import { guardIdleTimers } from './idle-timer-guard.ts';
import { kafkaLogCreator } from './kafka-logger.ts';

export interface KafkaClient {
  /** kafkajs itself; for this package only. */
  readonly kafkajs: Kafka;
  readonly logger: Logger;
  readonly topicPrefix: string;
  /** The name on the broker of a topic or consumer group. */
  prefixed(name: string): string;
}

/**
 * Describes the Kafka cluster; connects to nothing yet.
 *
 * @param options.brokers `host:port[,host:port]`
 * @param options.topicPrefix stands before every topic and group, so that several systems can share a cluster
 * @param options.ssl whether the brokers are spoken to by TLS
 * @param options.sasl who signs in, if the brokers ask for it
 */
export const createKafka = (options: {
  brokers: string;
  clientId: string;
  topicPrefix?: string;
  ssl?: boolean;
  sasl?: {
    mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    username: string;
    password: string;
  };
  logger: Logger;
}): KafkaClient => {
  guardIdleTimers();
  const { brokers, clientId, topicPrefix = '', ssl = false, sasl, logger } = options;
  return {
    kafkajs: new kafkajs.Kafka({
      clientId,
      brokers: brokers.split(','),
      ssl,
      ...(sasl && { sasl: sasl as SASLOptions }),
      connectionTimeout: 3000,
      requestTimeout: 10_000,
      // Short, because the publisher, the consumer and the relays have retries of their own that never give up.
      retry: { initialRetryTime: 100, maxRetryTime: 1000, retries: 4 },
      logCreator: kafkaLogCreator(logger),
    }),
    logger,
    topicPrefix,
    prefixed: (name) => topicPrefix + name,
  };
};
