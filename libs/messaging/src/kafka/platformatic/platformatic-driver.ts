import type { BaseOptions } from '@platformatic/kafka';
import { backoffMs } from '@quayside/runtime';
import type { KafkaAddress } from '../kafka-address.ts';
import { patience, retries, type KafkaDriver } from '../kafka-driver.ts';
import { platformaticAdmin } from './platformatic-admin.ts';
import { joinByPlatformatic } from './platformatic-membership.ts';
import { platformaticProducer } from './platformatic-producer.ts';

const mechanisms = {
  plain: 'PLAIN',
  'scram-sha-256': 'SCRAM-SHA-256',
  'scram-sha-512': 'SCRAM-SHA-512',
} as const;

/** Kafka through @platformatic/kafka. */
export const platformaticDriver = ({ brokers, clientId, ssl, sasl, logger }: KafkaAddress): KafkaDriver => {
  const options: BaseOptions = {
    clientId,
    bootstrapBrokers: [...brokers],
    ...(ssl && { tls: {}, tlsServerName: true }),
    ...(sasl && { sasl: { ...sasl, mechanism: mechanisms[sasl.mechanism] } }),
    connectTimeout: patience.connectMs,
    requestTimeout: patience.requestMs,
    retries: retries.times,
    retryDelay: (_client, _operation, attempt) => backoffMs(attempt, retries.firstMs / 2, retries.mostMs),
    autocreateTopics: false,
  };
  return {
    admin: () => platformaticAdmin(options),
    producer: () => platformaticProducer(options),
    join: (asked) => joinByPlatformatic(options, asked, logger.child({ component: 'platformatic-kafka' })),
  };
};
