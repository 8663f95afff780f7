import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { Pool } from 'pg';
import { DeadLetterNotFound } from '../domain/errors.ts';
import type { DeadLetters, IncomingLetter, LetterFilter } from '../usecases/dead-letters.ts';
import { columnsOfRow, letterOf, rowOf, storedMessage, type LetterRecord } from './dead-letter-row.ts';

/** As many as are sent again in one transaction. */
const atOnce = 50;

const recordOf = (letter: IncomingLetter) => ({
  id: letter.id,
  consumer_group: letter.group,
  topic: letter.topic,
  origin_partition: letter.partition,
  origin_offset: letter.offset,
  reason: letter.reason,
  error: letter.error,
  attempts: letter.attempts,
  failed_at: letter.failedAt,
  event_id: letter.eventId,
  event_type: letter.eventType,
  subject: letter.subject,
  correlation_id: letter.correlationId,
  redrives: letter.redrives,
  message: storedMessage(letter.message),
});

const keepStatement = `
  INSERT INTO dead_letters AS kept (id, consumer_group, topic, origin_partition, origin_offset, reason, error, attempts,
                                    failed_at, event_id, event_type, subject, correlation_id, redrives, message)
  SELECT * FROM jsonb_to_record($1) AS row (id text, consumer_group text, topic text, origin_partition integer,
    origin_offset text, reason text, error text, attempts integer, failed_at timestamptz, event_id text,
    event_type text, subject text, correlation_id text, redrives integer, message jsonb)
  ON CONFLICT (id) DO UPDATE
    SET state = 'open', reason = excluded.reason, error = excluded.error, attempts = excluded.attempts,
        failed_at = excluded.failed_at
    WHERE kept.state IN ('redriving', 'redriven') AND kept.redrives = excluded.redrives`;

/** What a list asks for; a text is an id, or a type of event, each by its own index. */
export const listStatement = ({ q, state, group, sort, page, pageSize }: LetterFilter) => {
  const values: unknown[] = [];
  const place = (value: unknown) => `$${values.push(value)}`;
  const asked = [
    ...(state === undefined ? [] : [`state = ${place(state)}`]),
    ...(group === undefined ? [] : [`consumer_group = ${place(group)}`]),
  ];
  if (q !== undefined) {
    const at = place(q);
    asked.push(
      `(subject = ${at} OR event_id = ${at} OR correlation_id = ${at} OR event_type = ${at} OR id = ${at})`,
    );
  }
  const where = asked.join(' AND ') || 'true';
  const direction = sort === 'failed' ? 'ASC' : 'DESC';
  return {
    counted: {
      text: `SELECT count(*)::integer AS count FROM dead_letters WHERE ${where}`,
      values: [...values],
    },
    listed: {
      text: `SELECT ${columnsOfRow} FROM dead_letters WHERE ${where}
        ORDER BY failed_at ${direction}, id LIMIT ${place(pageSize)} OFFSET ${place((page - 1) * pageSize)}`,
      values,
    },
  };
};

/** The dead letters of all groups, in Identity's database. */
export const createDeadLetterStore = (pool: Pool): DeadLetters => ({
  keep: (letters) =>
    inTransaction(pool, async (tx) => {
      for (const letter of letters) await tx.query(keepStatement, [JSON.stringify(recordOf(letter))]);
    }),

  list: async (filter) => {
    const { counted, listed } = listStatement(filter);
    const [{ rows: counts }, { rows }] = await Promise.all([
      pool.query<{ count: number }>(counted),
      pool.query<LetterRecord>(listed),
    ]);
    return { items: rows.map(rowOf), totalItems: counts[0]?.count ?? 0 };
  },

  find: async (id) => {
    const { rows } = await pool.query<Required<LetterRecord>>(
      `SELECT ${columnsOfRow}, message FROM dead_letters WHERE id = $1`,
      [id],
    );
    if (!rows[0]) throw new DeadLetterNotFound();
    return letterOf(rows[0]);
  },

  decide: (decision, by) =>
    inTransaction(pool, async (tx) => {
      const { ids, to } = decision;
      const reason = to === 'discarded' ? decision.reason : null;
      // In one order for all, so that two who decide about the same letters do not wait for each other.
      await tx.query('SELECT 1 FROM dead_letters WHERE id = ANY($1) ORDER BY id FOR UPDATE', [ids]);
      const { rows: changed } = await tx.query<{ id: string; redrives: number }>(
        `UPDATE dead_letters
            SET state = $2, settled_at = now(), discard_reason = $3,
                redrives = redrives + CASE WHEN $2 = 'redriving' THEN 1 ELSE 0 END
          WHERE id = ANY($1) AND state = 'open' RETURNING id, redrives`,
        [ids, to, reason],
      );
      await postgresAuditLog.append(
        tx,
        by,
        ...changed.map(({ id, redrives }) => ({
          action: to === 'discarded' ? 'discarded' : 'redriven',
          entity: 'dead-letter',
          entityId: id,
          before: { state: 'open' },
          after: { state: to, ...(reason === null ? { redrives } : { reason }) },
        })),
      );
      const { rows } = await tx.query<LetterRecord>(
        `SELECT ${columnsOfRow} FROM dead_letters WHERE id = ANY($1) ORDER BY failed_at DESC, id`,
        [ids],
      );
      if (rows.length === 0) throw new DeadLetterNotFound();
      return { items: rows.map(rowOf), changed: changed.length };
    }),

  backlog: async () => {
    const { rows } = await pool.query<{ waiting: number; oldest: Date | null }>(
      `SELECT count(*)::integer AS waiting, min(failed_at) AS oldest FROM dead_letters WHERE state = 'open'`,
    );
    const { waiting = 0, oldest } = rows[0] ?? {};
    return { waiting, ...(oldest && { oldestAt: oldest }) };
  },

  sendAgain: (send) =>
    inTransaction(pool, async (tx) => {
      const { rows } = await tx.query<Required<LetterRecord>>(
        `SELECT ${columnsOfRow}, message FROM dead_letters WHERE state = 'redriving'
          ORDER BY settled_at, id LIMIT $1 FOR UPDATE SKIP LOCKED`,
        [atOnce],
      );
      if (rows.length === 0) return 0;
      await send(rows.map(letterOf));
      await tx.query(`UPDATE dead_letters SET state = 'redriven' WHERE id = ANY($1)`, [
        rows.map(({ id }) => id),
      ]);
      return rows.length;
    }),
});
