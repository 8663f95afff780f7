export { connectMongo } from './connect-mongo.ts';
export {
  createDocumentOutboxRelay,
  type DocumentOutboxRelay,
  type WithOutbox,
} from './document-outbox-relay.ts';
export { initiateReplicaSet } from './initiate-replica-set.ts';
export { mongoIsAway } from './mongo-is-away.ts';
