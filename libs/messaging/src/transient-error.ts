import { isNativeError } from 'node:util/types';

/** Worth trying again: the dependency is out of reach or busy, the message is not at fault. */
export class TransientError extends Error {
  override readonly name = 'TransientError';
}

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
]);

// Connection (08), resources (53), operator intervention and timeouts (57), the server's own system (58), a transaction
// ended from outside (25P03, 25P04), a server that became a standby (25006), a password or database that is being
// changed (28, 3D000), serialization, deadlock, lock not available.
const postgresStates = /^(08...|53...|57...|58...|28...|25P03|25P04|25006|3D000|40001|40P01|55P03)$/;

// The driver marks by a label what it would retry of a write; the same faults of a read come as a bare code. Besides:
// AuthenticationFailed, MaxTimeMSExpired, WriteConcernTimeout, WriteConflict.
const mongoCodes = new Set([
  6, 7, 89, 91, 134, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436, 18, 50, 64, 112,
]);

const errorNames = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoPoolClearedError',
  'PoolClearedOnNetworkError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoOperationTimeoutError',
  'MongoWaitQueueTimeoutError',
  'MaxRetriesPerRequestError',
]);

// pg and ioredis give their own connection faults neither a code nor a name, only these messages.
const messages = new RegExp(
  [
    '^Connection terminated',
    '^Client has encountered a connection error',
    '^Client was closed',
    '^timeout exceeded when trying to connect',
    '^timeout expired$',
    '^Query read timeout$',
    "^Stream isn't writeable",
    '^Connection is closed',
    '^Command timed out',
    // What a living Redis says that cannot serve now; one before version 7 hands it on so where a script met it.
    '^(ERR Error running script .* -)?(LOADING|BUSY|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|MISCONF|OOM|NOREPLICAS) ',
  ].join('|'),
);

/** True for a dependency that is out of reach, or says that it cannot serve now, also as the cause of another error. */
export const isTransient = (error: unknown): boolean => {
  if (!isNativeError(error)) return false;
  const { code, errors } = error as { code?: unknown; errors?: unknown };
  return (
    error instanceof TransientError ||
    (typeof code === 'string' && (networkCodes.has(code) || postgresStates.test(code))) ||
    (typeof code === 'number' && error.name.startsWith('Mongo') && mongoCodes.has(code)) ||
    errorNames.has(error.name) ||
    messages.test(error.message) ||
    hasRetryLabel(error) ||
    (Array.isArray(errors) && errors.some(isTransient)) ||
    isTransient(error.cause)
  );
};

const hasRetryLabel = (error: Error): boolean => {
  const { hasErrorLabel } = error as { hasErrorLabel?: (label: string) => boolean };
  if (typeof hasErrorLabel !== 'function') return false;
  return ['TransientTransactionError', 'RetryableWriteError'].some((label) =>
    hasErrorLabel.call(error, label),
  );
};
