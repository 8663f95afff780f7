import type { Pool } from 'pg';
import type { DueMail, MailKind } from '../domain/mail.ts';
import type { MailQueue } from '../usecases/send-due-mails.ts';

interface ClaimedRow {
  id: string;
  kind: MailKind;
  attempts: number;
  name: string;
  email: string;
}

/**
 * Mails wait in the database. A claim counts the attempt and moves the due time behind the lease in one statement,
 * so a sender that dies costs one attempt and the time of the lease.
 *
 * @param options.leaseSeconds longer than a delivery can take
 */
export const createMailQueue = ({ pool, leaseSeconds }: { pool: Pool; leaseSeconds: number }): MailQueue => {
  const settle = async (mail: DueMail, state: 'sent' | 'given-up', reason: string | null): Promise<void> => {
    await pool.query('UPDATE mails SET state = $2, reason = $3, settled_at = now() WHERE id = $1', [
      mail.id,
      state,
      reason,
    ]);
  };
  return {
    claim: async () => {
      const { rows } = await pool.query<ClaimedRow>({
        name: 'mail-claim',
        text: `UPDATE mails SET attempts = attempts + 1, due_at = now() + make_interval(secs => $1)
               FROM users
               WHERE users.id = mails.user_id AND mails.id = (
                 SELECT id FROM mails WHERE state = 'queued' AND due_at <= now()
                 ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
               RETURNING mails.id, mails.kind, mails.attempts, users.name, users.email`,
        values: [leaseSeconds],
      });
      const row = rows[0];
      return (
        row && {
          id: row.id,
          kind: row.kind,
          attempt: row.attempts,
          recipient: { name: row.name, address: row.email },
        }
      );
    },
    markSent: (mail) => settle(mail, 'sent', null),
    giveUp: (mail, reason) => settle(mail, 'given-up', reason),
    retryAt: async (mail, at) => {
      await pool.query('UPDATE mails SET due_at = $2 WHERE id = $1', [mail.id, at]);
    },
  };
};
