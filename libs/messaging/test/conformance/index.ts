export {
  describeOutbox,
  type OpenOutboxStore,
  type OutboxStore,
  type RelayTiming,
} from './outbox-conformance.ts';
export { createRecordingPublisher, type RecordingPublisher } from './recording-publisher.ts';
