import { createPostgresDueWorkQueue } from '@quayside/postgres';
import type { Pool } from 'pg';
import type { MailKind, MailMatter, OrderMailKind } from '../domain/mail.ts';
import type { Sending, WaitingMails } from '../usecases/send-mail.ts';

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
  resends: number;
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
  const isOpen = `id = $1 AND state = 'queued' AND jsonb_array_length(resends) = $2`;
  const settle = async (
    { mailId, number }: Sending,
    state: 'sent' | 'given-up',
    reason: string | null,
  ): Promise<void> => {
    await pool.query(`UPDATE mails SET state = $3, reason = $4, settled_at = now() WHERE ${isOpen}`, [
      mailId,
      number - 1,
      state,
      reason,
    ]);
  };
  return {
    find: async (mailId) => {
      const { rows } = await pool.query<MailRow>({
        name: 'mail-matter',
        text: `SELECT kind, user_id AS "userId", order_id AS "orderId", about, amount, currency,
                      jsonb_array_length(resends) AS resends
               FROM mails WHERE id = $1 AND state = 'queued'`,
        values: [mailId],
      });
      const [row] = rows;
      return row && { matter: matterIn(row), sending: { mailId, number: row.resends + 1 } };
    },
    drop: async ({ mailId, number }) => {
      await pool.query(`DELETE FROM mails WHERE ${isOpen}`, [mailId, number - 1]);
    },
    markSent: (sending) => settle(sending, 'sent', null),
    giveUp: (sending, reason) => settle(sending, 'given-up', reason),
  };
};
