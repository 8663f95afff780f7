export { newEvent, type OutgoingEvent } from './new-event.ts';
export { kafkaClients, type KafkaClientName } from './kafka/kafka-address.ts';
export { createKafka, type KafkaClient } from './kafka/kafka-client.ts';
export { kafkaAccess, kafkaConfig, kafkaSignInIsComplete } from './kafka/kafka-config.ts';
export type { KafkaRecord } from './kafka/kafka-record.ts';
export { createPublisher, type Publisher } from './kafka/publisher.ts';
export { TooLargeForKafka } from './kafka/too-large-for-kafka.ts';
export { deadLetterTopic, ensureTopics, redriveTopic } from './kafka/ensure-topics.ts';
export { createFormerTopic, type FormerTopic } from './kafka/former-topic.ts';
export { groupLag } from './kafka/group-lag.ts';
export { tailTopics, type TailedMessage } from './kafka/topic-tail.ts';
export { fromMessage, type RawMessage } from './cloud-event.ts';
export type { Relay } from './outbox/relay.ts';
export { pollUntilEmpty } from './outbox/poll-until-empty.ts';
export { publishOrSetAside } from './outbox/publish-or-set-aside.ts';
export type { Inbox } from './inbox/inbox.ts';
export { versionGuardedInbox } from './inbox/version-guarded-inbox.ts';
export type { OpenStore, ServiceStore } from './service-store.ts';
export { createConsumer, type Consumer, type ConsumerOptions } from './consumer.ts';
export {
  on,
  onMany,
  sideBySide,
  type HandlerContext,
  type Received,
  type Subscription,
} from './subscription.ts';
export { answerOr } from './answer-or.ts';
export { awayIf, isTransient, TransientError, type IsAway } from './transient-error.ts';
export { createDeadLetterReader } from './dead-letters/dead-letter-reader.ts';
export { readDeadLetter, type DeadLetter } from './dead-letters/read-dead-letter.ts';
export { redrive } from './dead-letters/redrive.ts';
