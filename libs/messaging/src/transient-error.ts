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

// Connection (08), resources (53), operator intervention (57P), serialization, deadlock, lock not available.
const postgresStates = /^(08...|53...|57P..|40001|40P01|55P03)$/;

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
    '^(LOADING|BUSY|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN) ',
  ].join('|'),
);

/** True for network and connection faults of the drivers, also as the cause of another error. */
export const isTransient = (error: unknown): boolean => {
  if (!isNativeError(error)) return false;
  const { code, errors } = error as { code?: unknown; errors?: unknown };
  return (
    error instanceof TransientError ||
    (typeof code === 'string' && (networkCodes.has(code) || postgresStates.test(code))) ||
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
