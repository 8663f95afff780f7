import { randomBytes } from 'node:crypto';
import { testServiceUrl } from './test-services.ts';

/** The run's Kafka, with a prefix of its own for topics and groups. */
export const testKafka = (): { brokers: string; topicPrefix: string } => ({
  brokers: testServiceUrl('kafka'),
  topicPrefix: `test-${randomBytes(6).toString('hex')}.`,
});
