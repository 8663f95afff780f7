import { awayIf } from '@quayside/messaging';

// ioredis gives its own connection faults neither a code nor a name of their own, but for one.
const messages = [
  /^Stream isn't writeable/,
  /^Connection is closed/,
  /^Command timed out/,
  /^Socket timeout/,
  // What a living Redis says that cannot serve now; one before version 7 hands it on so where a script met it.
  /^(ERR Error running script .* -)?(LOADING|BUSY|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|MISCONF|OOM|NOREPLICAS) /,
];

/** True for a Redis that is out of reach, or says that it cannot serve now, also as the cause of another error. */
export const redisIsAway = awayIf(
  ({ name, message }) => name === 'MaxRetriesPerRequestError' || messages.some((one) => one.test(message)),
);
