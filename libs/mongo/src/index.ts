export { mongoAuditLog } from './audit/mongo-audit-log.ts';
export { beginningWith } from './beginning-with.ts';
export { connectMongo } from './connect-mongo.ts';
export {
  createDocumentOutboxRelay,
  type DocumentOutboxRelay,
  type TakenAlong,
  type WithOutbox,
} from './document-outbox-relay.ts';
export { dueUpdate, dueWorkIndex, type DueField, type WithDueWork } from './due-work/due-field.ts';
export { createMongoDueWorkQueue } from './due-work/mongo-due-work-queue.ts';
export {
  createGatheredCollection,
  type GatheredCollection,
  type GuardedUpdate,
  type UpdateOutcome,
} from './gathered-collection.ts';
export { initiateReplicaSet } from './initiate-replica-set.ts';
export { mongoIsAway } from './mongo-is-away.ts';
export { mongoConfig, mongoStore } from './mongo-store.ts';
