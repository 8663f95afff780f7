import { createPostgresDueWorkQueue } from '@quayside/postgres';
import { currentCorrelationId, currentTraceparent } from '@quayside/runtime';
import type { Pool, PoolClient } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { MailKind, QueuedMail } from '../domain/account-mail.ts';

/** Queues a mail in the transaction that is its reason. */
export const queueMail = async (
  tx: Pick<PoolClient, 'query'>,
  { kind, userId, email }: QueuedMail,
  now: Date,
): Promise<void> => {
  await tx.query(
    `INSERT INTO mails (id, kind, user_id, email, due_at, correlation_id, traceparent)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [uuidv7(), kind, userId ?? null, email ?? null, now, currentCorrelationId(), currentTraceparent()],
  );
};

/** The mails that wait. One that is settled is deleted: nothing is kept of whom was written to. */
export const createMailStore = ({ pool, now }: { pool: Pool; now: () => Date }) => ({
  queue: createPostgresDueWorkQueue<MailKind>({ pool, table: 'mails', isOpen: 'true', now }),
  add: (mail: QueuedMail): Promise<void> => queueMail(pool, mail, now()),
  find: async (id: string): Promise<QueuedMail | undefined> => {
    const { rows } = await pool.query<{ kind: MailKind; userId: string | null; email: string | null }>({
      name: 'mail-by-id',
      text: 'SELECT kind, user_id AS "userId", email FROM mails WHERE id = $1',
      values: [id],
    });
    const row = rows[0];
    return (
      row && {
        kind: row.kind,
        ...(row.userId !== null && { userId: row.userId }),
        ...(row.email !== null && { email: row.email }),
      }
    );
  },
  settle: async (id: string): Promise<void> => {
    await pool.query('DELETE FROM mails WHERE id = $1', [id]);
  },
});
