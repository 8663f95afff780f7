import { awayIf } from '@quayside/messaging';
import { MongoError } from 'mongodb';

// The driver marks by a label what it would retry of a write; the same faults of a read come as a bare code. Besides:
// AuthenticationFailed, MaxTimeMSExpired, WriteConcernTimeout, WriteConflict.
const codes = new Set([
  6, 7, 89, 91, 134, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436, 18, 50, 64, 112,
]);

const names = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoPoolClearedError',
  'PoolClearedOnNetworkError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoOperationTimeoutError',
  'MongoWaitQueueTimeoutError',
]);

const labels = ['TransientTransactionError', 'RetryableWriteError'];

/** True for a MongoDB that is out of reach, or says that it cannot serve now, also as the cause of another error. */
export const mongoIsAway = awayIf(
  (error) =>
    (typeof error.code === 'number' && error.name.startsWith('Mongo') && codes.has(error.code)) ||
    names.has(error.name) ||
    (error instanceof MongoError && labels.some((label) => error.hasErrorLabel(label))),
);
