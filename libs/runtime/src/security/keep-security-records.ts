import type { Logger } from '../logger.ts';
import { createLoop, type Loop } from '../loop.ts';
import type { SecurityJournal, SecurityRecord } from './security-journal.ts';

/**
 * Takes to where they are kept what a journal gathered: now and then, and at the end what is left. What cannot be kept
 * stays in the journal, and at the end in the log alone.
 *
 * @param options.name how the log calls it
 * @param options.keep writes records; they stay in the journal where it rejects
 */
export const keepSecurityRecords = ({
  name,
  everyMs,
  journal,
  keep,
  logger,
}: {
  name: string;
  everyMs: number;
  journal: SecurityJournal;
  keep: (records: readonly SecurityRecord[]) => Promise<void>;
  logger: Logger;
}): Pick<Loop, 'start' | 'close'> => {
  const pass = () => journal.flush(keep).then(() => everyMs);
  const loop = createLoop({ name, logger, firstAfterMs: everyMs, pass });
  return {
    start: loop.start,
    close: async () => {
      await loop.close();
      await journal.flush(keep).catch((error: unknown) => {
        const records = journal.waiting();
        logger.warn({ err: error, records }, 'what is left of the security log is in this log alone');
      });
    },
  };
};
