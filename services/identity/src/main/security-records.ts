import { inTransaction, postgresAuditLog, postgresOutbox } from '@quayside/postgres';
import type { Background } from '@quayside/chassis';
import { createLoop, type Logger, type SecurityJournal } from '@quayside/runtime';
import type { Pool } from 'pg';
import { toSecurityEvent } from '../messages/security-events.ts';
import { createSecurityEntryStore } from '../store/security-entry-store.ts';
import type { Actor } from '../usecases/people.ts';
import type { SecurityEntries, SecurityFilter } from '../usecases/security-entries.ts';

const everyMs = 1_000;

/** The security log, whose records go to the outbox as events. */
export const createSecurityEntries = (pool: Pool): SecurityEntries =>
  createSecurityEntryStore({
    pool,
    appendEvents: (tx, records) => postgresOutbox.append(tx, ...records.map(toSecurityEvent)),
  });

/** Writes what was gathered every second, and what is left at the end. */
export const keepSecurityRecords = (
  journal: SecurityJournal,
  entries: SecurityEntries,
  logger: Logger,
): Background => {
  const flush = () => journal.flush((records) => entries.append('identity', records));
  const pass = () => flush().then(() => everyMs);
  const loop = createLoop({ name: 'the keeping of the security log', logger, firstAfterMs: everyMs, pass });
  return {
    start: loop.start,
    close: async () => {
      await loop.close();
      await flush().catch((error: unknown) => {
        const records = journal.waiting();
        logger.warn({ err: error, records }, 'what is left of the security log is in this log alone');
      });
    },
  };
};

export const recordSecurityExport = (pool: Pool, by: Actor, filter: SecurityFilter): Promise<void> =>
  inTransaction(pool, (tx) =>
    postgresAuditLog.append(tx, by, {
      action: 'exported',
      entity: 'security-log',
      entityId: filter.account ?? 'all',
      after: { ...filter },
    }),
  );
