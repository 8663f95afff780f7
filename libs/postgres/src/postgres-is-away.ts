import { awayIf } from '@quayside/messaging';

// Connection (08), resources (53), operator intervention and timeouts (57), the server's own system (58), a transaction
// ended from outside (25P03, 25P04), a server that became a standby (25006), a password or database that is being
// changed (28, 3D000), serialization, deadlock, lock not available.
const states = /^(08...|53...|57...|58...|28...|25P03|25P04|25006|3D000|40001|40P01|55P03)$/;

// pg gives its own connection faults neither a code nor a name, only these messages.
const messages =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|timeout expired$|Query read timeout$)/;

/** True for a PostgreSQL that is out of reach, or says that it cannot serve now, also as the cause of another error. */
export const postgresIsAway = awayIf(
  ({ code, message }) => (typeof code === 'string' && states.test(code)) || messages.test(message),
);
