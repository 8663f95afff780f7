import { createPostgresDueWorkQueue } from '@quayside/postgres';
import type { Pool } from 'pg';
import type { MailKind } from '../domain/mail.ts';
import type { WaitingMails } from '../usecases/send-mail.ts';

/** When which mail is due. A mail is open until it is sent or given up. */
export const createMailQueue = ({ pool, now }: { pool: Pool; now: () => Date }) =>
  createPostgresDueWorkQueue<MailKind>({ pool, table: 'mails', isOpen: `state = 'queued'`, now });

export const createWaitingMails = (pool: Pool): WaitingMails => {
  const settle = async (mailId: string, state: 'sent' | 'given-up', reason: string | null): Promise<void> => {
    await pool.query(
      `UPDATE mails SET state = $2, reason = $3, settled_at = now() WHERE id = $1 AND state = 'queued'`,
      [mailId, state, reason],
    );
  };
  return {
    userOf: async (mailId) => {
      const { rows } = await pool.query<{ userId: string }>({
        name: 'mail-user',
        text: `SELECT user_id AS "userId" FROM mails WHERE id = $1 AND state = 'queued'`,
        values: [mailId],
      });
      return rows[0]?.userId;
    },
    drop: async (mailId) => {
      await pool.query(`DELETE FROM mails WHERE id = $1 AND state = 'queued'`, [mailId]);
    },
    markSent: (mailId) => settle(mailId, 'sent', null),
    giveUp: (mailId, reason) => settle(mailId, 'given-up', reason),
  };
};
