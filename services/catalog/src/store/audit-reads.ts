import { postgresAuditLog } from '@quayside/postgres';
import type { Pool } from 'pg';
import type { AuditReads } from '../usecases/audit-reads.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';

export const createAuditReads = ({ pool }: { pool: Pool }): AuditReads => ({
  read: (query) => answerOrUnavailable(postgresAuditLog.read(pool, query)),
});
