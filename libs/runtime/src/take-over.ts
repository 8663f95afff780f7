/** Argument of a process that is to load while the one it replaces still serves. */
const flag = '--take-over';

/**
 * For a server, between what it is built of and its start. Resolves when this process may start: at once, or, if its host gave it the argument `--take-over` and a channel, when
 * the host answers the message that all is loaded, after it has stopped the process before this one.
 */
export const untilItsTurn = async (): Promise<void> => {
  if (!process.argv.includes(flag) || !process.send) return;
  const itsTurn = new Promise<void>((resolve) => process.once('message', () => resolve()));
  process.send('loaded');
  await itsTurn;
  process.disconnect();
};
