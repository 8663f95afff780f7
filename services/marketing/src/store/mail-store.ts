import { createPostgresDueWorkQueue } from '@quayside/postgres';
import type { Pool } from 'pg';
import type { MailKind, MailMatter, OrderMailKind, StockMailKind } from '../domain/mail.ts';
import type { WaitingMails } from '../usecases/send-mail.ts';
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
  about: string | null;
  /** A `bigint` comes as text. */
  amount: string | null;
  currency: string | null;
}

const matterIn = ({ kind, userId, orderId, requestId, about, amount, currency }: MailRow): MailMatter => {
  if (userId !== null) return { kind: 'welcome', userId };
  if (requestId !== null) return { kind: kind as StockMailKind, requestId };
  if (kind === 'review-request') return { kind, orderId: orderId ?? '', about: 'order' };
  return {
    kind: kind as OrderMailKind,
    orderId: orderId ?? '',
    about: about ?? '',
    ...(amount !== null && currency !== null && { amount: { amount: Number(amount), currency } }),
  };
};

export const createWaitingMails = (pool: Pool): WaitingMails => {
  const settle = async (mailId: string, state: 'sent' | 'given-up', reason: string | null): Promise<void> => {
    const { rowCount } = await pool.query(
      `UPDATE mails SET state = $2, reason = $3, settled_at = now()
        WHERE id = $1 AND state = 'queued' AND kind <> 'back-in-stock'`,
      [mailId, state, reason],
    );
    if (rowCount === 0) await removeRequestOf(pool, mailId);
  };
  return {
    matterOf: async (mailId) => {
      const { rows } = await pool.query<MailRow>({
        name: 'mail-matter',
        text: `SELECT kind, user_id AS "userId", order_id AS "orderId", request_id AS "requestId", about, amount, currency
               FROM mails WHERE id = $1 AND state = 'queued'`,
        values: [mailId],
      });
      const [row] = rows;
      if (row?.kind === 'back-in-stock' && !(await isStillBack(pool, mailId))) return undefined;
      return row && matterIn(row);
    },
    drop: async (mailId) => {
      await pool.query(`DELETE FROM mails WHERE id = $1 AND state = 'queued'`, [mailId]);
    },
    markSent: (mailId) => settle(mailId, 'sent', null),
    giveUp: (mailId, reason) => settle(mailId, 'given-up', reason),
  };
};
