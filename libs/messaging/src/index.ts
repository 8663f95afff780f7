export { newEvent, type OutgoingEvent } from './new-event.ts';
export { createKafka, type KafkaClient } from './kafka/kafka-client.ts';
export { kafkaAccess, kafkaConfig, kafkaSignInIsComplete } from './kafka/kafka-config.ts';
export type { KafkaRecord } from './kafka/kafka-record.ts';
export { createPublisher, type Publisher } from './kafka/publisher.ts';
export { TooLargeForKafka } from './kafka/too-large-for-kafka.ts';
export { deadLetterTopic, ensureTopics } from './kafka/ensure-topics.ts';
export { tailTopics, type TailedMessage } from './kafka/topic-tail.ts';
export { fromMessage, type RawMessage } from './cloud-event.ts';
export type { Relay } from './outbox/relay.ts';
export { postgresOutbox } from './outbox/postgres-outbox.ts';
export { createPostgresOutboxRelay } from './outbox/postgres-outbox-relay.ts';
export {
  createDocumentOutboxRelay,
  type DocumentOutboxRelay,
  type WithOutbox,
} from './outbox/document-outbox-relay.ts';
export { redisOutbox } from './outbox/redis-outbox.ts';
export { createRedisOutboxRelay } from './outbox/redis-outbox-relay.ts';
export type { Inbox } from './inbox/inbox.ts';
export { postgresInbox } from './inbox/postgres-inbox.ts';
export { versionGuardedInbox } from './inbox/version-guarded-inbox.ts';
export { createConsumer, type Consumer } from './consumer.ts';
export { on, type HandlerContext, type Subscription } from './subscription.ts';
export { isTransient, TransientError } from './transient-error.ts';
