import { inTransaction, postgresAuditLog, postgresOutbox } from '@quayside/postgres';
import type { Background } from '@quayside/chassis';
import { keepSecurityRecords, type Logger, type SecurityJournal } from '@quayside/runtime';
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
export const keepOwnRecords = (
  journal: SecurityJournal,
  entries: SecurityEntries,
  logger: Logger,
): Background =>
  keepSecurityRecords({
    name: 'the keeping of the security log',
    ...{ everyMs, journal, logger },
    keep: (records) => entries.append('identity', records),
  });

export const recordSecurityExport = (pool: Pool, by: Actor, filter: SecurityFilter): Promise<void> =>
  inTransaction(pool, (tx) =>
    postgresAuditLog.append(tx, by, {
      action: 'exported',
      entity: 'security-log',
      entityId: filter.account ?? 'all',
      after: { ...filter },
    }),
  );
