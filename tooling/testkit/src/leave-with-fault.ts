import { explainFault } from '@quayside/backing-services';

/**
 * Ends the process with the one line that says what to mend on this machine; a fault of ours is thrown on, with its
 * stack.
 */
export function leaveWithFault(error: unknown): never {
  const line = explainFault(error);
  if (line === undefined) throw error;
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
