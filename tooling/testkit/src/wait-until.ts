import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks `probe` every few milliseconds until it answers something other than undefined, null (what a store says of a document
 * that is not there yet) or false. The last resort: a signal (`spy.waitFor`, `relay.drain`) is better where there is one.
 *
 * @throws Error that names what was waited for, with the probe's last failure as cause
 */
export const waitUntil = async <T>(
  probe: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  options: { timeoutMs?: number; describe: string },
): Promise<T> => {
  const { timeoutMs = 30_000, describe } = options;
  const deadline = Date.now() + timeoutMs;
  for (let failure: unknown; ;) {
    try {
      const answer = await probe();
      if (answer !== undefined && answer !== null && answer !== false) return answer;
      failure = undefined;
    } catch (error) {
      failure = error;
    }
    if (Date.now() > deadline) {
      throw new Error(`Waited ${timeoutMs} ms in vain for ${describe}`, { cause: failure });
    }
    await pause(15);
  }
};
