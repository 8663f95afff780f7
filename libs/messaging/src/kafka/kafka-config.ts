import { brokersField, secretField } from '@quayside/runtime';
import { z } from 'zod';
import { kafkaClients } from './kafka-address.ts';

/** The variables by which a process finds Kafka and, outside of development, proves who it is. */
export const kafkaConfig = {
  KAFKA_BROKERS: brokersField,
  KAFKA_TOPIC_PREFIX: z.string().max(64).default('').describe('stands before every topic and consumer group'),
  KAFKA_CLIENT: z
    .enum(kafkaClients)
    .default('kafkajs')
    .describe('the library that speaks to Kafka: kafkajs or platformatic'),
  KAFKA_SSL: z
    .enum(['true', 'false'])
    .transform((flag) => flag === 'true')
    .optional()
    .describe('connect to the brokers by TLS; NODE_EXTRA_CA_CERTS names a CA of your own'),
  KAFKA_SASL_MECHANISM: z
    .enum(['plain', 'scram-sha-256', 'scram-sha-512'])
    .optional()
    .describe('how to sign in to the brokers: plain, scram-sha-256 or scram-sha-512'),
  KAFKA_SASL_USERNAME: z.string().optional().describe('user at the brokers'),
  KAFKA_SASL_PASSWORD: secretField('its password', { minLength: 8 }).optional(),
};
type KafkaConfig = z.infer<z.ZodObject<typeof kafkaConfig>>;

/**
 * For `.check()` of a schema with `kafkaConfig`: who signs in needs a name and a password, and TLS to hide them. Asked
 * also where other variables are at fault, so that all is named at once.
 */
export const kafkaSignInIsComplete = z.superRefine<KafkaConfig>(
  (value, { addIssue }) => {
    const fault = (name: keyof KafkaConfig, message: string) =>
      addIssue({ code: 'custom', path: [name], message });
    for (const name of ['KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'] as const) {
      if (value.KAFKA_SASL_MECHANISM && !value[name]) fault(name, 'KAFKA_SASL_MECHANISM needs it');
      if (!value.KAFKA_SASL_MECHANISM && value[name])
        fault(name, 'it does nothing without KAFKA_SASL_MECHANISM');
    }
    if (value.KAFKA_SASL_MECHANISM === 'plain' && !value.KAFKA_SSL)
      fault('KAFKA_SSL', 'must be true with KAFKA_SASL_MECHANISM=plain, which sends the password as it is');
  },
  { when: () => true },
);

/** What `createKafka` needs of the configuration. */
export const kafkaAccess = (config: KafkaConfig) => {
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username = '' } = config;
  return {
    client: config.KAFKA_CLIENT,
    brokers: config.KAFKA_BROKERS,
    topicPrefix: config.KAFKA_TOPIC_PREFIX,
    ssl: config.KAFKA_SSL ?? false,
    ...(mechanism && { sasl: { mechanism, username, password: config.KAFKA_SASL_PASSWORD ?? '' } }),
  };
};
