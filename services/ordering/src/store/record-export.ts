import { mongoAuditLog } from '@quayside/mongo';
import type { AuditActor } from '@quayside/runtime';
import type { Db } from 'mongodb';
import { answerOrUnavailable } from './answer-or-unavailable.ts';

/** Notes in the audit log that somebody took orders as a file, and by what they were chosen; not what was looked for. */
export const createRecordExport =
  (db: Db) =>
  async (by: AuditActor, filters: readonly string[]): Promise<void> => {
    await answerOrUnavailable(
      mongoAuditLog.inTransaction(db, async (session) => {
        const after = { filters: filters.join(', ') };
        const change = { action: 'exported', entity: 'orders', entityId: 'all', after };
        await mongoAuditLog.append(db, session, by, change);
        return 'matched';
      }),
    );
  };
