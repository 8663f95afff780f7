import kafkajs, { type SASLOptions } from 'kafkajs';
import type { KafkaAddress } from '../kafka-address.ts';
import { patience, retries, type KafkaDriver } from '../kafka-driver.ts';
import { guardIdleTimers } from './idle-timer-guard.ts';
import { kafkajsAdmin } from './kafkajs-admin.ts';
import { kafkajsLogCreator } from './kafkajs-logger.ts';
import { joinByKafkajs } from './kafkajs-membership.ts';
import { kafkajsProducer } from './kafkajs-producer.ts';

/** Kafka through kafkajs. */
export const kafkajsDriver = ({ brokers, clientId, ssl, sasl, logger }: KafkaAddress): KafkaDriver => {
  guardIdleTimers();
  const kafka = new kafkajs.Kafka({
    clientId,
    brokers: [...brokers],
    ssl,
    ...(sasl && { sasl: sasl as SASLOptions }),
    connectionTimeout: patience.connectMs,
    requestTimeout: patience.requestMs,
    retry: { initialRetryTime: retries.firstMs, maxRetryTime: retries.mostMs, retries: retries.times },
    logCreator: kafkajsLogCreator(logger),
  });
  return {
    admin: () => kafkajsAdmin(kafka),
    producer: () => kafkajsProducer(kafka),
    join: (options) => joinByKafkajs(kafka, options),
  };
};
