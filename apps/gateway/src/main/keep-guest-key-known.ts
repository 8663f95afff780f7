import { createLoop, type Logger, type Loop } from '@quayside/runtime';

const everyMs = 24 * 3600 * 1000;

/** Hands the key of guests to Identity at the start, and every day, as one restored from a backup may not know it. */
export const keepGuestKeyKnown = (options: { publish: () => Promise<void>; logger: Logger }): Loop =>
  createLoop({
    name: 'handing the key of guests to Identity',
    logger: options.logger,
    pass: () => options.publish().then(() => everyMs),
  });
