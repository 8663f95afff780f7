import { createPostgresDueWorkQueue } from '@quayside/postgres';
import type { Pool } from 'pg';
import type { MailKind, MailMatter, OrderMailKind } from '../domain/mail.ts';
import type { WaitingMails } from '../usecases/send-mail.ts';

/** When which mail is due. A mail is open until it is sent or given up. */
export const createMailQueue = ({ pool, now }: { pool: Pool; now: () => Date }) =>
  createPostgresDueWorkQueue<MailKind>({ pool, table: 'mails', isOpen: `state = 'queued'`, now });

interface MailRow {
  kind: MailKind;
  userId: string | null;
  orderId: string | null;
  about: string | null;
  /** A `bigint` comes as text. */
  amount: string | null;
  currency: string | null;
}

const matterIn = ({ kind, userId, orderId, about, amount, currency }: MailRow): MailMatter => {
  if (userId !== null) return { kind: 'welcome', userId };
  return {
    kind: kind as OrderMailKind,
    orderId: orderId ?? '',
    about: about ?? '',
    ...(amount !== null && currency !== null && { amount: { amount: Number(amount), currency } }),
  };
};

export const createWaitingMails = (pool: Pool): WaitingMails => {
  const settle = async (mailId: string, state: 'sent' | 'given-up', reason: string | null): Promise<void> => {
    await pool.query(
      `UPDATE mails SET state = $2, reason = $3, settled_at = now() WHERE id = $1 AND state = 'queued'`,
      [mailId, state, reason],
    );
  };
  return {
    matterOf: async (mailId) => {
      const { rows } = await pool.query<MailRow>({
        name: 'mail-matter',
        text: `SELECT kind, user_id AS "userId", order_id AS "orderId", about, amount, currency
               FROM mails WHERE id = $1 AND state = 'queued'`,
        values: [mailId],
      });
      return rows[0] && matterIn(rows[0]);
    },
    drop: async (mailId) => {
      await pool.query(`DELETE FROM mails WHERE id = $1 AND state = 'queued'`, [mailId]);
    },
    markSent: (mailId) => settle(mailId, 'sent', null),
    giveUp: (mailId, reason) => settle(mailId, 'given-up', reason),
  };
};
