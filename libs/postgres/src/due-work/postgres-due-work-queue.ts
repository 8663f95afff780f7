import {
  createLeases,
  overdueAfterMs,
  scheduleListeners,
  type ClaimedWork,
  type DueWorkQueue,
} from '@quayside/due-work';
import type { Pool } from 'pg';

interface ClaimedRow {
  id: string;
  kind: string;
  attempts: number;
  correlationId: string | null;
  traceparent: string | null;
}

/**
 * Due work is rows of a table of the service with at least these columns:
 *
 *     id uuid PRIMARY KEY, kind text NOT NULL, due_at timestamptz NOT NULL, attempts integer NOT NULL DEFAULT 0,
 *     correlation_id text, traceparent text
 *
 * and an index on `due_at` under the condition `isOpen`. A row is added in the transaction that makes the work due, and
 * is open until the write of the effect ends it. Claiming moves `due_at` to the end of the lease and counts the attempt:
 * that count names the claim, and a batch is claimed in one statement.
 *
 * @param options.isOpen SQL: whether a row still is work to be done, such as `state = 'queued'`
 */
export const createPostgresDueWorkQueue = <Kind extends string>(options: {
  pool: Pool;
  table: string;
  isOpen: string;
  now: () => Date;
}): DueWorkQueue<Kind> => {
  const { pool, table, isOpen, now } = options;
  const leases = createLeases(now);
  const listeners = scheduleListeners();

  /** @returns whether `work` was still held */
  const setDueAt = async (work: ClaimedWork<Kind>, at: Date): Promise<boolean> => {
    const { rowCount } = await pool.query({
      name: `${table}-due-at`,
      text: `UPDATE ${table} SET due_at = $3 WHERE id = $1 AND attempts = $2 AND ${isOpen}`,
      values: [work.id, work.attempt, at],
    });
    return rowCount === 1;
  };

  return {
    ...listeners,

    async nextDueAt(kinds) {
      const { rows } = await pool.query<{ due_at: Date }>({
        name: `${table}-next-due`,
        text: `SELECT due_at FROM ${table} WHERE ${isOpen} AND kind = ANY($1) ORDER BY due_at LIMIT 1`,
        values: [kinds],
      });
      return rows[0]?.due_at;
    },

    async claim(kinds, { limit, leaseMs }) {
      const until = leases.endOf(leaseMs);
      const { rows } = await pool.query<ClaimedRow>({
        name: `${table}-claim`,
        text: `WITH due AS MATERIALIZED (
                 SELECT id FROM ${table} WHERE ${isOpen} AND kind = ANY($1) AND due_at <= $2
                 ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED
               )
               UPDATE ${table} AS work SET attempts = attempts + 1, due_at = $4
               FROM due WHERE work.id = due.id
               RETURNING work.id, kind, attempts, correlation_id AS "correlationId", traceparent`,
        values: [kinds, now(), limit, until],
      });
      return rows.map(({ id, kind, attempts, correlationId, traceparent }) =>
        leases.hold(
          {
            id,
            kind: kind as Kind,
            attempt: attempts,
            claimId: `${id}/${attempts}`,
            correlationId: correlationId ?? undefined,
            traceparent: traceparent ?? undefined,
          },
          until,
        ),
      );
    },

    async renew(work, leaseMs) {
      const until = leases.endOf(leaseMs);
      const isOurs = await setDueAt(work, until);
      leases.extend(work, isOurs ? until : undefined);
      return isOurs;
    },

    async backlog() {
      const { rows } = await pool.query<{ waiting: number; overdue: number; oldest: Date | null }>(
        `SELECT count(*)::integer AS waiting, count(*) FILTER (WHERE due_at <= $1)::integer AS overdue,
                min(due_at) FILTER (WHERE due_at <= $2) AS oldest FROM ${table} WHERE ${isOpen}`,
        [new Date(now().getTime() - overdueAfterMs), now()],
      );
      const { waiting = 0, overdue = 0, oldest } = rows[0] ?? {};
      return { waiting, overdue, ...(oldest && { oldestAt: oldest }) };
    },

    async postpone(work, until) {
      await setDueAt(work, until);
      listeners.scheduled(until);
    },
  };
};
