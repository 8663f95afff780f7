import { createPostgresDueWorkQueue } from '@quayside/postgres';
import type { Pool } from 'pg';
import type { MailKind, Recipient } from '../domain/mail.ts';
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
    recipientOf: async (mailId) => {
      const { rows } = await pool.query<Recipient>({
        name: 'mail-recipient',
        text: `SELECT users.name, users.email AS address FROM mails JOIN users ON users.id = mails.user_id
               WHERE mails.id = $1 AND mails.state = 'queued'`,
        values: [mailId],
      });
      return rows[0];
    },
    markSent: (mailId) => settle(mailId, 'sent', null),
    giveUp: (mailId, reason) => settle(mailId, 'given-up', reason),
  };
};
