import { isNativeError } from 'node:util/types';

/** Worth trying again: the dependency is out of reach or busy, the message is not at fault. */
export class TransientError extends Error {
  override readonly name = 'TransientError';
}

/** Tells the errors of a dependency that is out of reach, or that says it cannot serve now, from all others. */
export type IsAway = (error: unknown) => boolean;

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

/**
 * Makes the `isAway` of one store: true for what `saysSo` recognises, for faults of the network, for a
 * `TransientError`, and for each of them as the cause of another error or among several.
 */
export const awayIf = (saysSo: (error: Error & { code?: unknown }) => boolean): IsAway => {
  const isAway: IsAway = (error) => {
    if (!isNativeError(error)) return false;
    const { code, errors } = error as { code?: unknown; errors?: unknown };
    return (
      error instanceof TransientError ||
      (typeof code === 'string' && networkCodes.has(code)) ||
      saysSo(error) ||
      (Array.isArray(errors) && errors.some(isAway)) ||
      isAway(error.cause)
    );
  };
  return isAway;
};

/** Whether trying again may help, whatever the dependency: a fault of the network, or an error marked so. */
export const isTransient: IsAway = awayIf(() => false);
