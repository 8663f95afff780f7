import type { Logger } from '@quayside/runtime';

/** The libraries that can speak to Kafka for us; see docs/adr/0033-a-second-kafka-client.md. */
export const kafkaClients = ['kafkajs', 'platformatic'] as const;
export type KafkaClientName = (typeof kafkaClients)[number];

export interface KafkaAddress {
  brokers: readonly string[];
  clientId: string;
  ssl: boolean;
  sasl?: { mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'; username: string; password: string };
  logger: Logger;
}
