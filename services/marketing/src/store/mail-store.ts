import { createPostgresDueWorkQueue } from '@quayside/postgres';
import type { Pool } from 'pg';
import type { MailKind, MailMatter, OrderMailKind, StockMailKind } from '../domain/mail.ts';
import type { Sending, WaitingMails } from '../usecases/send-mail.ts';
import { removeRequestOf } from './stock/remove-requests.ts';
import { isStillBack } from './stock/waited-for.ts';

/** When which mail is due. A mail is open until it is sent or given up. */
export const createMailQueue = ({ pool, now }: { pool: Pool; now: () => Date }) =>
  createPostgresDueWorkQueue<MailKind>({ pool, table: 'mails', isOpen: `state = 'queued'`, now });

interface MailRow {
  kind: MailKind;
  userId: string | null;
  orderId: string | null;
  requestId: string | null;
  contactKey: string | null;
  buyerId: string | null;
  itemId: number | null;
  about: string | null;
  /** A `bigint` comes as text. */
  amount: string | null;
  currency: string | null;
  resends: number;
}

const matterIn = (mailId: string, mail: MailRow): MailMatter => {
  if (mail.contactKey !== null) return { kind: 'contact', mailId };
  const { kind, userId, orderId, requestId, about, amount, currency } = mail;
  if (userId !== null) return { kind: 'welcome', userId };
  if (requestId !== null) return { kind: kind as StockMailKind, requestId };
  if (kind === 'question-answered') return { kind, askerId: mail.buyerId ?? '', itemId: mail.itemId ?? 0 };
  if (kind === 'payment-link') return { kind, orderId: orderId ?? '', about: about ?? '' };
  if (kind === 'review-request') return { kind, orderId: orderId ?? '', about: 'order' };
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
    // What somebody wrote to the shop is in its mailbox now, and nowhere else.
    const { rowCount } = await pool.query(
      `WITH told AS (DELETE FROM contact_messages WHERE mail_id = $1 AND $3 = 'sent')
       UPDATE mails SET state = $3, reason = $4, settled_at = now() WHERE ${isOpen} AND kind <> 'back-in-stock'`,
      [mailId, number - 1, state, reason],
    );
    if (rowCount === 0) await removeRequestOf(pool, mailId);
  };
  return {
    find: async (mailId) => {
      const { rows } = await pool.query<MailRow>({
        name: 'mail-matter',
        text: `SELECT kind, user_id AS "userId", order_id AS "orderId", request_id AS "requestId",
                      buyer_id AS "buyerId", asked_item_id AS "itemId", contact_key AS "contactKey", about, amount, currency,
                      jsonb_array_length(resends) AS resends
               FROM mails WHERE id = $1 AND state = 'queued'`,
        values: [mailId],
      });
      const [row] = rows;
      if (row?.kind === 'back-in-stock' && !(await isStillBack(pool, mailId))) return undefined;
      return row && { matter: matterIn(mailId, row), sending: { mailId, number: row.resends + 1 } };
    },
    drop: async ({ mailId, number }) => {
      await pool.query(`DELETE FROM mails WHERE ${isOpen}`, [mailId, number - 1]);
    },
    markSent: (sending) => settle(sending, 'sent', null),
    giveUp: (sending, reason) => settle(sending, 'given-up', reason),
  };
};
